import { leadingTo } from '../login-page/signs'
import type { SsoApp } from './contract'
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

/** Its servlets, as its signs' source names them. */
export const routes: Routes = {
  starts: ['plugins/servlet/external-login'],
  callbacks: ['plugins/servlet/oidc/callback', 'plugins/servlet/samlconsumer'],
}
