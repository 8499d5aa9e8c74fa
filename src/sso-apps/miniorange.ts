import { leadingTo } from '../login-page/signs'
import type { SsoApp } from './contract'
import type { Routes } from './routes'

/** miniOrange OAuth/OpenID for Confluence. @see https://plugins.miniorange.com/oauth-openid-single-sign-on-sso-confluence-using-aws-cognito */
export const signs: SsoApp = {
  id: 'miniorange',
  name: 'miniOrange OAuth/OpenID',
  marks: [
    // Buttons of its SAML sister and of imitators have the same name; OAuth between Atlassian's own products begins at oauth/authorize.
    '#use_idp_button_js:not([href*="servlet/"])',
    `${leadingTo('plugins/servlet/oauth/auth')}:not(${leadingTo('oauth/authorize')})`,
    '#moRedirectBox',
    '#backdoor-restriction-form',
    '#custom-confluence-login',
    '#check_backdoor_access',
  ],
  redirecting: '#moRedirectBox',
  failure: 'oautherror',
  returnParameter: 'return_to',
  start: 'plugins/servlet/oauth/auth?return_to={destination}',
  backdoor: 'oauth_sso=false',
}

/** Its servlets, as its signs' source names them. */
export const routes: Routes = { starts: ['plugins/servlet/oauth/auth'], callbacks: ['plugins/servlet/oauth/callback'] }
