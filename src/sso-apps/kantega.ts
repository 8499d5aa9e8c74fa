import { leadingTo } from '../login-page/signs'
import type { SsoApp } from './contract'
import type { Routes } from './routes'

/** Kantega SSO: each provider has an address of its own, which only the login page's link or the site's `startUrl` tells. The return parameter's name is unverified. */
export const signs: SsoApp = {
  id: 'kantega',
  name: 'Kantega SSO',
  marks: [leadingTo('plugins/servlet/no.kantega.saml/')],
  returnParameter: 'redirect',
}

/** Each provider's address sends people out and takes them back in. */
export const routes: Routes = { starts: ['plugins/servlet/no.kantega.saml/sp/'], callbacks: ['plugins/servlet/no.kantega.saml/sp/'] }
