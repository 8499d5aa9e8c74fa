/** Somebody's real Confluence and user pool, in place of the stand-ins. */
export interface RealSite {
  /** As in the settings: ends in "/". */
  readonly baseUrl: string
  readonly region: string
  readonly userPoolId: string
  readonly domain: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly ssoApp: string
}

export interface DemoOptions {
  readonly kind: 'chromium' | 'firefox'
  readonly headless: boolean
  /** Absent: the stand-ins. */
  readonly real?: RealSite
}

/** What was asked for, or a sentence on what is wrong with it. */
export function readArguments(
  words: readonly string[],
  environment?: Record<string, string | undefined>,
): DemoOptions | { readonly complaint: string }
