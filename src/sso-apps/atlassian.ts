import * as v from 'valibot'
import type { Dialect } from '../claims/dialect'
import type { Discovery, SsoApp } from './contract'
import type { Routes } from './routes'

/** SSO for Atlassian Data Center, built in. @see https://confluence.atlassian.com/enterprise/openid-connect-for-atlassian-data-center-applications-987142159.html */
export const signs: SsoApp = {
  id: 'atlassian',
  name: 'Atlassian built-in SSO',
  marks: ['a[href*="/plugins/servlet/external-login"]'],
  returnParameter: 'authDest',
  start: 'plugins/servlet/external-login?authDest={destination}',
  backdoor: 'auth_fallback',
}

const option = v.object({
  type: v.string(),
  'button-text': v.optional(v.string()),
  buttonText: v.optional(v.string()),
  'login-link': v.optional(v.string()),
  loginLink: v.optional(v.string()),
})
const options = v.object({ results: v.array(option) })

/** The ways to log in, served to anybody. Older plug-ins spell keys with hyphens, newer ones in camel case. */
export const discovery: Discovery = {
  path: 'rest/authconfig/1.0/login-options',
  read(answer, baseUrl) {
    const { success, output } = v.safeParse(options, answer)
    if (!success) return undefined
    const idps = output.results.filter(({ type }) => type === 'IDP')
    const [idp] = idps
    if (!idp) return undefined
    const hasForm = output.results.some(({ type }) => /LOGIN_FORM$/.test(type))
    const buttonText = idp['button-text'] ?? idp.buttonText
    const start = templateOf(idp['login-link'] ?? idp.loginLink, baseUrl)
    return {
      ssoApp: signs.id,
      serverRedirects: idps.length === 1 && !hasForm,
      ...(buttonText && { buttonText }),
      ...(start && { start }),
    }
  },
}

/** The provider's link as a start template, if it leads into this very site. */
function templateOf(link: string | undefined, baseUrl: string): string | undefined {
  if (!link || !URL.canParse(link, baseUrl)) return undefined
  const { origin, pathname } = new URL(link, baseUrl)
  if (origin !== new URL(baseUrl).origin || !/\/plugins\/servlet\/external-login(\/[\w-]+)?$/.test(pathname)) return undefined
  return `${pathname}?${signs.returnParameter}={destination}`
}

/** Fields of its form take `${claim}` templates; only the groups field takes a plain name. Values are used as they come. */
export const dialect: Dialect = {
  names: (claims) =>
    Object.entries(claims).map(([name, value]) => ({
      name: Array.isArray(value) ? name : `\${${name}}`,
      value: typeof value === 'string' ? value : JSON.stringify(value ?? ''),
    })),
}

/** Its servlets, as its signs' source names them. */
export const routes: Routes = {
  starts: ['plugins/servlet/external-login'],
  callbacks: ['plugins/servlet/oidc/callback', 'plugins/servlet/samlconsumer'],
}
