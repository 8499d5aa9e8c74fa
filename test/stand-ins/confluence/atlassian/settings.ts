/** Settings of the SSO that Confluence Data Center has built in. */
export interface AtlassianSettings {
  /** The login options of kind IDP. All of them are the same OpenID provider here. */
  idps: { id: number; buttonText: string }[]
  /** "Username and password" is shown on the login page. */
  showLoginForm: boolean
  /** `auth_fallback` works although the form is not shown. */
  enableAuthenticationFallback: boolean
  /** `older`: `button-text`, `login-link`. `newer`: `buttonText`, `loginLink`. */
  keySpelling: 'older' | 'newer'
  /** A template such as `${email}`. */
  usernameClaim: string
  /** Just-in-time provisioning, or accounts must exist. */
  jit: { displayName: string; email: string; groups: string } | undefined
}

/** One provider beside the form; accounts are made just in time, without groups. */
export function atlassianDefaults(): AtlassianSettings {
  return {
    idps: [{ id: 1, buttonText: 'Log in with Acme' }],
    showLoginForm: true,
    enableAuthenticationFallback: false,
    keySpelling: 'older',
    usernameClaim: '${cognito:username}',
    jit: { displayName: '${name}', email: '${email}', groups: '' },
  }
}
