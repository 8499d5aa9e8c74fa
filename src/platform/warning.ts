/** Tells the console what could not be done behind everybody's back, as in "settle sign-ins", and why. */
export const warning =
  (what: string) =>
  (error: unknown): void =>
    console.warn(`Latchkey could not ${what}.`, error)
