import type { HostSigns } from '../../login-page/signs'

/** The pages by which people come in or go out, by the ends of their paths. */
export default {
  '/login.action': 'login',
  '/dologin.action': 'login-failed',
  '/authenticate.action': 'admin-login',
  '/doauthenticate.action': 'admin-login',
  '/logout.action': 'logging-out',
  // Where SSO apps leave people after a logout of their own.
  '/plugins/servlet/sso-logout': 'logged-out',
  '/plugins/servlet/oauth/logout': 'logged-out',
} satisfies HostSigns['paths']
