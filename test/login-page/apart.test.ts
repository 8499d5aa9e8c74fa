// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "disableCSSFileLoading": true, "handleDisabledFileLoadingAsSuccess": true } }
import { describe, expect, test } from 'vitest'
import { seen } from './pages'

/** A page of Confluence’s, shown to a visitor whom nobody has signed in. */
const page = (inside: string) =>
  `<meta name="ajs-context-path" content="/confluence"><meta name="ajs-remote-user" content=""><body id="com-atlassian-confluence">${inside}</body>`

const message = '<div id="main"><div class="aui-message aui-message-error">Words</div></div>'
const form = (inside: string) => `<form method="post" class="aui">${inside}<button class="aui-button">Next</button></form>`
const licence = form('<textarea name="confLicenseString"></textarea>')

describe('a visitor is not sent away from', () => {
  test.each([
    ['what says that Confluence is starting, or cannot start', 'errors.action', message],
    ['the page on which an expired licence is mended', 'fixonly/fixlicense.action', licence],
    ['the page of a missing licence', 'setup/setuplicense.action', licence],
    ['the assistant that sets a new one up', 'setup/setupdbtype-start.action', form('')],
    ['the way to its next step', 'bootstrap/selectsetupstep.action', ''],
    ['a page of an app, by which visitors help themselves', 'plugins/selfservice/request-access.action', form('')],
    ['a gadget', 'plugins/servlet/gadgets/ifr?url=x', form('<input type="password">')],
    ['what says that a SAML sign-on failed', 'plugins/servlet/samlconsumer', message],
    ['what says that an OpenID sign-on failed', 'plugins/servlet/oidc/callback?code=1&state=2', message],
    ['the built-in app, which knows no such provider', 'plugins/servlet/external-login/9', message],
    ['miniOrange’s test of its settings', 'plugins/servlet/oauth/auth?return_to=testoauthconfiguration', message],
    ['the end of that test', 'plugins/servlet/oauth/callback?code=1', '<table></table>'],
    ['the form of a forgotten password', 'forgotuserpassword.action', form('')],
    ['what comes of it', 'doforgotuserpassword.action', message],
    ['the form of a new password', 'resetuserpassword.action?token=1', form('<input type="password">')],
    ['what comes of it', 'doresetuserpassword.action', message],
    ['the form of a new account', 'signup.action?token=1', form('<input type="password"><input name="captchaResponse">')],
    ['what comes of it', 'dosignup.action', message],
  ])('%s, at %s', (_, path, inside) => {
    expect(seen(page(inside), path)?.kind).toBe('other')
    expect(seen(page(inside), path, 'https://wiki.acme.example/')?.kind).toBe('other')
  })
})

test.each([
  'exportword?pageId=1',
  'spaces/flyingpdf/pdfpageexport.action?pageId=1',
  'download/attachments/1/plan.txt',
  'plugins/servlet/confluence/default/Global/DS',
  'rest/api/content?expand=body',
])('an answer at %s that is no page is nobody’s', (path) => {
  for (const text of ['', '{"results":[]}', '<pre>{}</pre>', '<?xml version="1.0"?><D:multistatus xmlns:D="DAV:"/>'])
    expect(seen(text, path)).toBeUndefined()
})

const login = (inside: string) =>
  page(`<div id="login-container"><form name="loginform" method="POST" action="/confluence/dologin.action"><input name="os_username">
    <input type="password" name="os_password">${inside}<input id="loginButton" type="submit"></form></div>`)

describe('the login page', () => {
  test.each([
    ['that asks for a captcha is that of a login that failed', '<input name="captchaResponse">', 'login-failed'],
    ['that tells of an error is, too', '<div class="aui-message error">Words</div>', 'login-failed'],
    ['that remembers whoever wants that is a login page', '<input type="checkbox" name="os_cookie" value="true">', 'login'],
    ['that remembers everybody is one, too', '<input type="hidden" name="os_cookie" value="true">', 'login'],
    ['of a site that is read-only for now is one, too', '<div class="aui-message aui-message-warning">Words</div>', 'login'],
  ])('%s', (_, inside, kind) => {
    expect(seen(login(inside), 'login.action?os_destination=%2Fx')?.kind).toBe(kind)
  })
})
