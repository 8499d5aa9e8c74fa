/** What an SSO app has to be told of a user pool. */
export interface PoolFacts {
  readonly issuer: string
  /** Host of the pool's sign-in pages. */
  readonly domain: string
  readonly authorization: string
  readonly token: string
  readonly userinfo: string
  readonly jwks: string
  readonly scopes: readonly string[]
  /** Id of the app's own client; undefined until it is made. */
  readonly clientId?: string
  /** Ends the pool's own session and comes back to the site. */
  readonly logout: string
}

/** One line of an app's form: its label there, and what to enter; undefined for what only Cognito shows. */
export interface FormLine {
  readonly label: string
  readonly value: string | undefined
}

/** How an SSO app is set up for a user pool. */
export interface AppSetup {
  /** Where people come back to, below the base URL; undefined where only the app's own page shows it. */
  readonly callback?: string
  /** The page with the form, below the base URL; undefined where nobody knows it. */
  readonly page?: string
  /** The app speaks another language than the pool, so that they cannot be joined. */
  readonly isUnfit?: true
  readonly form: (pool: PoolFacts) => readonly FormLine[]
}
