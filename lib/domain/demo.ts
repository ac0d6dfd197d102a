/** The terminal, the charge and the people of the demo world that its first-run tour goes by. */
export const DEMO_TOUR = {
  terminalId: "00018644",
  refusedAmount: "52000",
  askedMinor: 6_000_000,
  firstApprover: "reviewer@acquirer.demo",
  secondApprover: "approver@acquirer.demo",
} as const;

/** Whether somebody is of the demo merchant the tour is about: `.demo` addresses exist nowhere else. */
export const isOfDemoMerchant = (email: string): boolean => email.endsWith("@sunrise.demo");
