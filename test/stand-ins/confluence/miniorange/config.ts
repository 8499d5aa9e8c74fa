import type { Exchange } from '../exchange'

/** `/plugins/servlet/oauth/getconfig`: what the login page's script needs to know, for anybody who asks. */
export function showConfig({ site, base, referer, json, send }: Exchange): void {
  const settings = site.settings.miniorange
  if (settings.restrictApis && !referer.startsWith(base)) return void send(403, 'text/plain', 'Access to this resource is restricted.')
  if (!settings.licensed) return void send(200, 'application/json', '')
  const { configured, loginButtonText, ssoButtonLocation, enableOAuthSSO, disableDefaultLogin } = settings
  const { enableAutoRedirectDelay, autoRedirectDelayInterval, backdoorEnabled, backdoorKey, backdoorValue } = settings
  json({
    ...{ configured, loginButtonText, ssoButtonLocation, enableOAuthSSO, disableDefaultLogin },
    ...{ enableAutoRedirectDelay, autoRedirectDelayInterval, backdoorEnabled, backdoorKey, backdoorValue },
    restrictBackdoor: false,
    disableAnonymousAccess: false,
    isGuestCookieExpired: false,
    checkIDPSession: false,
    autoLoginURL: '',
    enableLoginTemplate: false,
    loginTemplate: '',
  })
}
