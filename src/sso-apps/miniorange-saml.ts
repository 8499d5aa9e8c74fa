import { leadingTo } from '../login-page/signs'
import type { SsoApp } from './contract'
import type { Routes } from './routes'

/** miniOrange SAML for Confluence, the sister of the OAuth app. Its button's id is unverified; its servlet is not. @see https://plugins.miniorange.com/saml-single-sign-on-sso-into-confluence */
export const signs: SsoApp = {
  id: 'miniorange-saml',
  name: 'miniOrange SAML',
  marks: [leadingTo('plugins/servlet/saml/auth')],
  returnParameter: 'return_to',
  start: 'plugins/servlet/saml/auth?return_to={destination}',
  backdoor: 'saml_sso=false',
}

/** One servlet sends people out and takes them back in. */
export const routes: Routes = { starts: ['plugins/servlet/saml/auth'], callbacks: ['plugins/servlet/saml/auth'] }
