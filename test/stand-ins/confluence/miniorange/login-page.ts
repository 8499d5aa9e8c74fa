import type { Exchange } from '../exchange'
import { scripted } from '../pages'
import { isBackdoor } from './at-login'
import { returnTo } from './relay-state'

/** The script that the app adds to the login page and to the administrator's second sign-in. It knows only the older form's ids. */
export function loginPageScript(exchange: Exchange): string {
  const { site, query } = exchange
  const { enableOAuthSSO, configured, loginButtonText, ssoButtonLocation, ...delay } = site.settings.miniorange
  if (!enableOAuthSSO || !configured) return ''
  // `oauth_sso=false` is spelt out in the page's script: it stops the countdown even after the key was changed.
  const stays = isBackdoor(exchange) || query.get('oauth_sso') === 'false' || query.has('oautherror') || query.get('logout') === 'true'
  const known = {
    start: `plugins/servlet/oauth/auth${returnTo(query)}`,
    text: loginButtonText,
    before: ssoButtonLocation === 'Before Login Button',
    failed: query.has('oautherror'),
    seconds: delay.disableDefaultLogin && delay.enableAutoRedirectDelay && !stays ? delay.autoRedirectDelayInterval : 0,
  }
  return `<script>(${decorate})(${scripted(known)})</script>`
}

// Runs in the page.
const decorate = `function ({ start, text, before, failed, seconds }) {
  const button = document.getElementById('loginButton') || document.getElementById('authenticateButton')
  if (!button) return
  const link = document.createElement('a')
  link.id = 'use_idp_button_js'
  link.className = 'aui-button'
  link.href = start
  link.textContent = text
  button[before ? 'before' : 'after'](link)
  const messages = document.getElementById('action-messages')
  if (failed) messages.innerHTML = '<div class="aui-message aui-message-error">We couldn\\'t sign you in. Please contact your Administrator.</div>'
  if (!seconds || button.id !== 'loginButton') return
  const box = document.createElement('div')
  box.id = 'moRedirectBox'
  box.className = 'aui-message'
  box.innerHTML = '<p id="redirectMessage">Redirecting to IDP.</p><progress id="moRedirectProgress" max="1" value="0"></progress>' +
    '<input type="hidden" id="OAuthUrl"><button type="button" id="stopAutoRedirect" class="aui-button">Cancel</button>'
  messages.append(box)
  const address = document.getElementById('OAuthUrl')
  address.value = start
  const began = Date.now()
  const ticking = setInterval(() => {
    const share = (Date.now() - began) / (seconds * 1000)
    document.getElementById('moRedirectProgress').value = share
    if (share < 1) return
    clearInterval(ticking)
    location.assign(address.value)
  }, 100)
  document.getElementById('stopAutoRedirect').addEventListener('click', () => {
    clearInterval(ticking)
    box.remove()
  })
}`
