import type { Dialect, Spelt } from '../claims/dialect'
import type { Choice } from '../login-page/doors'
import { asJson } from '../session/shown'
import { quoted } from '../setup/quoted'
import { shownText, textAt, valuesAt } from '../setup/untrusted'
import type { Discovery, Rescue, SsoApp } from './contract'
import type { Routes } from './routes'

/**
 * SSO for Atlassian Data Center, built in. Each provider has a start of its own, which the server or the login page's link tells: one
 * without an id is refused.
 * @see https://confluence.atlassian.com/enterprise/openid-connect-for-atlassian-data-center-applications-987142159.html
 */
export const signs: SsoApp = {
  id: 'atlassian',
  name: 'Atlassian built-in SSO',
  marks: [
    ':is([href*="plugins/servlet/external-login"], [onclick*="plugins/servlet/external-login"])',
    // The page that lists several providers, before its script has drawn them.
    ':is(script, link):is([src*="atlassian-authentication-plugin"][src*="login-page"], [href*="atlassian-authentication-plugin"][href*="login-page"])',
  ],
  returnParameter: 'authDest',
  backdoor: 'auth_fallback',
}

/** The ways to log in, served to anybody. Older plug-ins spell keys with hyphens, newer ones in camel case. */
export const discovery: Discovery = {
  ssoApp: signs.id,
  path: 'rest/authconfig/1.0/login-options',
  read(answer, baseUrl) {
    const results = valuesAt(answer, 'results').find(Array.isArray)?.slice(0, mostOptions) ?? []
    const idps = results.filter((result) => textAt(result, 'type') === 'IDP')
    if (idps.length === 0) return undefined
    const formHidden = !results.some((result) => textAt(result, 'type')?.endsWith('LOGIN_FORM'))
    const common = { ssoApp: signs.id, ...(formHidden && { formHidden }) }
    const choices = idps.flatMap((idp, index) => choiceIn(idp, baseUrl, index))
    if (idps.length > 1) return { ...common, serverRedirects: false, choices }
    const start = startIn(idps[0], baseUrl)
    const buttonText = shownText(textAt(idps[0], 'buttonText'))
    return { ...common, serverRedirects: formHidden, ...(buttonText && { buttonText }), ...(start && { start }) }
  },
}

const mostOptions = 50

function choiceIn(idp: unknown, baseUrl: string, index: number): readonly Choice[] {
  const start = startIn(idp, baseUrl)
  return start ? [{ name: shownText(textAt(idp, 'buttonText')) ?? `${index + 1}`, start }] : []
}

/** The provider's start: its link, if it leads into this very site, else its id's. A server that goes by another name links there. */
function startIn(idp: unknown, baseUrl: string): string | undefined {
  const servlet = `${new URL(baseUrl).pathname}plugins/servlet/external-login`
  const link = textAt(idp, 'loginLink') ?? ''
  const { origin, pathname } = URL.canParse(link, baseUrl) ? new URL(link, baseUrl) : new URL(baseUrl)
  const isHere = origin === new URL(baseUrl).origin && pathname.startsWith(servlet) && tail.test(pathname.slice(servlet.length))
  const [id] = valuesAt(idp, 'id').flatMap((value) => (typeof value === 'number' || typeof value === 'string' ? [`/${value}`] : []))
  const path = isHere ? pathname : id && tail.test(id) ? `${servlet}${id}` : undefined
  return path && `${path}?${signs.returnParameter}={destination}`
}

/** What may follow the servlet's name: nothing, or the id of a provider. */
const tail = /^(\/[\w-]{1,64})?$/

/** Takes an administrator's password; "Username and password" need not be shown for it. */
export const rescue: Rescue = (baseUrl) =>
  `curl -u ADMIN -X PATCH -H 'Content-Type: application/json' -d '{"enable-authentication-fallback":true}' ${quoted(`${baseUrl}rest/authconfig/1.0/sso`)}`

/**
 * Fields of its form take `${claim}` templates, which only texts fill; the one for groups takes a plain name, of a list of texts.
 * Values are used as they come.
 */
export const dialect: Dialect = { names: (claims) => Object.entries(claims).map(([name, value]) => spelt(name, value)) }

function spelt(name: string, value: unknown): Spelt {
  const template = `\${${name}}`
  if (typeof value === 'string') return { name: template, value, raw: value, names: { fields: template } }
  const isGroups = Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (isGroups) return { name, value: asJson(value), raw: value, names: { groups: name } }
  return { name, value: asJson(value), raw: value, names: {} }
}

/** Its servlets, as its signs' source names them. */
export const routes: Routes = {
  starts: ['plugins/servlet/external-login'],
  callbacks: ['plugins/servlet/oidc/callback', 'plugins/servlet/samlconsumer'],
}
