import messages from "@/lib/i18n/messages/en.json";

export const spoken = messages;

/** Draws nothing; rendered on the server it asks the browser to fetch this file at once. */
export const Ahead = () => null;
