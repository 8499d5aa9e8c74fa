/** What our own pages may ask of the background. Verbs only: state is read from storage, never asked for. */
export interface Verbs {
  /** Signs in at a provider of the settings, by its id. Resolves when it is over; how it ended stands in storage. */
  signIn(provider: string): Promise<void>
  /** Revokes and forgets the tokens of a provider, and ends its own session. */
  signOut(provider: string): Promise<void>
  /** Asks a site of the settings about its SSO app, now. Resolves when it is over; what came of it stands in storage. */
  askSite(baseUrl: string): Promise<void>
  /** Wakes the background, which then notices a sign-in that died with its predecessor. */
  settle(): Promise<void>
}
