/** SSO apps of which no more is known than where they start. Where one speaks SAML, it is played with OpenID Connect here. */
export interface LinkedApp {
  /** Below the context path; people come back to the same address. */
  readonly path: string
  readonly returnParameter: string
  /** Text of the link that it puts on the login page; without one nobody can tell that it is there. */
  readonly link?: string
}

/** By the names that `ssoApp` has for them. `in-house` is nobody's product. */
export const linkedApps = {
  resolution: { path: '/plugins/servlet/samlsso', returnParameter: 'redirectTo', link: 'Log in with SSO' },
  'miniorange-saml': { path: '/plugins/servlet/saml/auth', returnParameter: 'return_to', link: 'Use Corporate Login' },
  // Unverified: the return parameter, and that this address starts SSO as well as it ends it.
  kantega: { path: '/plugins/servlet/no.kantega.saml/sp/7fca2/login', returnParameter: 'redirect', link: 'Log in with Acme' },
  'in-house': { path: '/plugins/servlet/acme-gate', returnParameter: 'to' },
} as const satisfies Record<string, LinkedApp>

export type LinkedAppName = keyof typeof linkedApps

/** The app of that name; undefined for the ones that are played in full. */
export const linkedApp = (name: string): LinkedApp | undefined =>
  Object.hasOwn(linkedApps, name) ? linkedApps[name as LinkedAppName] : undefined
