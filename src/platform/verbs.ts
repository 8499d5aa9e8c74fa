import type { Trial } from '../session/trial'

/** In the browser's own window, by whoever is signed in there, or for another account; or either in an ordinary tab. */
export type HowToSignIn = 'in-a-window' | 'as-another' | 'in-a-tab' | 'as-another-in-a-tab'

/** What our own pages may ask of the background. Verbs only: state is read from storage, never asked for. */
export interface Verbs {
  /** Signs in at a provider of the settings, by its id. Resolves when it is over, or stands in a tab; how it ended stands in storage. */
  signIn(provider: string, how: HowToSignIn): Promise<void>
  /** Signs in at a provider, keeps nothing of it, and tells what came of it: for the connection check. */
  trySignIn(provider: string): Promise<Trial>
  /** Stops the sign-in that runs or is tried at a provider; nothing of it is kept. */
  cancelSignIn(provider: string): Promise<void>
  /** Revokes and forgets the tokens of a provider's account in front, and ends the provider's own session. */
  signOut(provider: string): Promise<void>
  /** Puts one of a provider's accounts in front, by the `sub` of its claims. */
  chooseAccount(provider: string, sub: string): Promise<void>
  /** Asks a site of the settings about its SSO app, now. Resolves when it is over; what came of it stands in storage. */
  askSite(baseUrl: string): Promise<void>
  /** Wakes the background, which then notices a sign-in that died with its predecessor, and renews what has run out. */
  settle(): Promise<void>
}
