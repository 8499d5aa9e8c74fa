/** The claim behind what is typed into an SSO app's form: of a template that is nothing but a claim, that claim. */
export const plainName = (typed: string): string => /^\$\{([^}]*)\}$/.exec(typed)?.[1] ?? typed
