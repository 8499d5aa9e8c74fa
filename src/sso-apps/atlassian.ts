import type { Dialect, Spelt } from '../claims/dialect'
import { leadingTo } from '../login-page/signs'
import { asJson } from '../session/shown'
import { quoted } from '../setup/quoted'
import type { Rescue, SsoApp } from './contract'
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
    leadingTo('plugins/servlet/external-login'),
    // The page that lists several providers, before its script has drawn them. The form in two steps is the same app's: beside another's link it says nothing.
    'html:not(:has([href*="plugins/servlet/"])) script[src*="atlassian-authentication-plugin"][src*="login-page"]',
  ],
  returnParameter: 'authDest',
  backdoor: 'auth_fallback',
}

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
