/** The reserved tenant that owns the acquirer's own keys, memberships and audit events. */
export const ACQUIRER = "acquirer";

/** A merchant id (MID) is exactly 15 of A-Z a-z 0-9; leading zeros count. */
export const MERCHANT_ID_PATTERN = /^[A-Za-z0-9]{15}$/;

/** A terminal id (TID) is exactly 8 of A-Z a-z 0-9; leading zeros count. */
export const TERMINAL_ID_PATTERN = /^[A-Za-z0-9]{8}$/;
