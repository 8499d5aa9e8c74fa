import type { Exchange } from '../exchange'

/** `/rest/authconfig/1.0/login-options`: the ways to sign in, for anybody who asks. */
export function showLoginOptions({ site, base, json }: Exchange): void {
  const { idps, showLoginForm, keySpelling } = site.settings.atlassian
  const newer = keySpelling === 'newer'
  const form = showLoginForm ? [{ type: newer ? 'LEGACY_LOGIN_FORM' : 'LOGIN_FORM' }] : []
  const links = idps.map(({ id, buttonText }) => {
    const address = `${base}/plugins/servlet/external-login/${id}`
    const said = newer ? { buttonText, loginLink: address } : { 'button-text': buttonText, 'login-link': address }
    return { type: 'IDP', id, ...said }
  })
  json({ results: [...form, ...links] })
}
