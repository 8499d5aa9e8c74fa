import { leadingTo } from '../login-page/signs'
import type { SsoApp } from './contract'
import type { Routes } from './routes'

/** SAML and OpenID SSO by re:solution. @see https://wiki.resolution.de/doc/saml-sso/latest/jira/knowledgebase-articles/technical/single-sign-on-redirection-process */
export const signs: SsoApp = {
  id: 'resolution',
  name: 're:solution SSO',
  marks: [leadingTo('plugins/servlet/samlsso')],
  returnParameter: 'redirectTo',
  start: 'plugins/servlet/samlsso?redirectTo={destination}',
  backdoor: 'nosso',
}

/** Its servlets, as its signs' source names them. */
export const routes: Routes = { starts: ['plugins/servlet/samlsso'], callbacks: ['plugins/servlet/samlsso'] }
