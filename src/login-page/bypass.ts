/** Parameters that ask for the plain form, whatever the SSO app: honoured on every site, so that a wrong guess locks nobody out. */
export const everyBypass: readonly string[] = [
  'oauth_sso=false',
  'saml_sso=false',
  'auth_fallback',
  'native_login',
  'nosso',
  'noConfluenceUser=true',
  'show_login_form=true',
]

/** Parameters with which the page says that something has just ended or failed. */
export const afterwards: readonly string[] = ['logout=true', 'oautherror']

/** The first of the parameters, "key" or "key=value" as an address spells them, that the query carries. */
export function carried(query: URLSearchParams, parameters: readonly string[]): string | undefined {
  return parameters.find((parameter) => {
    const [[key, value] = ['', '']] = new URLSearchParams(parameter)
    return query.has(key, parameter.includes('=') ? value : undefined)
  })
}
