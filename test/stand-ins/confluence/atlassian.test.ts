import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { meta, rendered } from './rendered'
import { deep, loginFor, type WikiScene, wikiScene } from './scene'

let scene: WikiScene
beforeAll(async () => {
  scene = await wikiScene()
})
afterAll(() => scene.world.close())
afterEach(() => {
  scene.configure({})
  scene.wiki.endSessions()
})

describe('The built-in SSO', () => {
  const idps = [
    { id: 1, buttonText: 'Acme' },
    { id: 2, buttonText: 'Other' },
  ]

  test('shows its gateway at login.action where there is a choice, and the form only on demand', async () => {
    scene.configure({ ssoApp: 'atlassian' })
    const { address, text } = await scene.newVisitor().travel(scene.at(loginFor(deep)))
    expect(address.pathname).toBe('/confluence/login.action')
    const links = [...(await rendered(text, address.href)).querySelectorAll('main a')].map((link) => link.getAttribute('href'))
    const destination = encodeURIComponent(deep)
    expect(links).toEqual([
      expect.stringContaining('/plugins/servlet/external-login/1?authDest='),
      `/confluence/login.action?native_login&os_destination=${destination}`,
    ])
    expect((await scene.newVisitor().travel(scene.at('/login.action?auth_fallback'))).text).toContain('loginform')
    scene.configure({ ssoApp: 'atlassian', atlassian: { showLoginForm: false, idps } })
    expect((await scene.newVisitor().travel(scene.at(loginFor(deep)))).text).toContain('external-login/2')
  })

  test('redirects with one provider and no form, and auth_fallback does nothing until it is enabled', async () => {
    scene.configure({ ssoApp: 'atlassian', atlassian: { showLoginForm: false } })
    const start = scene.at(`/plugins/servlet/external-login/1?${new URLSearchParams({ authDest: deep })}`)
    expect(await scene.redirectAt(loginFor(deep))).toBe(start)
    expect(await scene.redirectAt(`${loginFor(deep)}&auth_fallback`)).toBe(start)
    expect((await scene.newVisitor().open(scene.at('/dologin.action'), { os_username: 'lou', os_password: 'lou' })).status).toBe(303)
    scene.configure({ ssoApp: 'atlassian', atlassian: { showLoginForm: false, enableAuthenticationFallback: true } })
    expect(await scene.redirectAt(`${loginFor(deep)}&auth_fallback`)).toBeNull()
  })

  test('asks who they are again when somebody it signed in may not see the page', async () => {
    scene.configure({ ssoApp: 'atlassian', atlassian: { showLoginForm: false } })
    const by = scene.newVisitor()
    await scene.arrive(by, scene.at(deep))
    const { text } = await by.travel(scene.at('/display/SECRET/Page'))
    expect(text).toContain('prompt=login')
  })

  test('tells anybody its login options in either spelling', async () => {
    scene.configure({ ssoApp: 'atlassian' })
    const options = async () => (await (await scene.world.fetch(scene.at('/rest/authconfig/1.0/login-options'))).json()).results
    const link = scene.at('/plugins/servlet/external-login/1')
    expect(await options()).toEqual([{ type: 'LOGIN_FORM' }, { type: 'IDP', id: 1, 'button-text': 'Log in with Acme', 'login-link': link }])
    scene.configure({ ssoApp: 'atlassian', atlassian: { keySpelling: 'newer' } })
    expect(await options()).toEqual([
      { type: 'LEGACY_LOGIN_FORM' },
      { type: 'IDP', id: 1, buttonText: 'Log in with Acme', loginLink: link },
    ])
  })

  test('refuses a start without a provider, an unknown one, and an answer that it did not ask for', async () => {
    scene.configure({ ssoApp: 'atlassian' })
    const status = async (path: string) => (await scene.newVisitor().open(scene.at(path))).status
    expect(await status('/plugins/servlet/external-login')).toBe(400)
    expect(await status('/plugins/servlet/external-login/7')).toBe(404)
    expect(await status('/plugins/servlet/oidc/callback?code=x&state=y')).toBe(400)
  })

  test('refuses an ID token with another nonce', async () => {
    scene.configure({ ssoApp: 'atlassian' })
    const by = scene.newVisitor()
    const { address } = await by.travel(scene.at('/plugins/servlet/external-login/1'))
    address.searchParams.set('nonce', 'another')
    expect((await scene.arrive(by, address.href)).text).toContain("We can't log you in right now")
  })

  test('signs nobody in whose groups claim is absent, and checks the issuer', async () => {
    const arriving = (username: string) => scene.arrive(scene.newVisitor(), scene.at('/plugins/servlet/external-login/1'), username)
    const jit = { displayName: '${name}', email: '${email}', groups: 'cognito:groups' }
    scene.configure({ ssoApp: 'atlassian', atlassian: { jit } })
    expect((await arriving('noah')).text).toContain("We can't log you in right now")
    expect(meta((await arriving('uma')).text, 'ajs-remote-user')).toBe('uma')
    expect(scene.wiki.groupsOf('uma')).toContain('dev-ops')
    scene.configure({ ssoApp: 'atlassian', oidc: { issuer: 'https://acme.auth.eu-west-1.amazoncognito.com' } })
    expect((await arriving('uma')).text).toContain("We can't log you in right now")
  })

  test('ends a logout on a page of its own', async () => {
    scene.configure({ ssoApp: 'atlassian' })
    const by = scene.newVisitor()
    await scene.arrive(by, scene.at('/plugins/servlet/external-login/1'))
    const { address, text } = await by.travel(scene.at('/logout.action'))
    expect(address.href).toBe(scene.at('/plugins/servlet/sso-logout'))
    expect(text).toContain('Log in again')
  })
})
