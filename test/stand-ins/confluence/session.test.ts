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

describe('Signing in with a user name and a password', () => {
  for (const ssoApp of ['miniorange', 'atlassian', 'none'] as const) {
    test(`leads on to the destination (${ssoApp})`, async () => {
      scene.configure({ ssoApp })
      const { by, answer } = await scene.signInLocally('lou')
      expect(answer.headers.get('location')).toBe(scene.at(deep))
      expect(meta((await by.travel(scene.at(deep))).text, 'ajs-remote-user')).toBe('lou')
    })
  }

  test('never leads to another site', async () => {
    for (const os_destination of ['https://evil.example/', '//evil.example/', '/\\evil.example', `${scene.base}.evil.example/`]) {
      const form = { os_username: 'lou', os_password: 'lou', os_destination }
      const answer = await scene.newVisitor().open(scene.at('/dologin.action'), form)
      expect(answer.headers.get('location')).toBe(scene.at('/'))
    }
  })

  test('shows the form again at dologin.action after a wrong password, destination kept', async () => {
    const { answer, by } = await scene.signInLocally('lou', 'wrong')
    const page = await rendered(await answer.text(), scene.at('/dologin.action'))
    expect(page.querySelector('#action-messages .aui-message-error')).not.toBeNull()
    expect(page.querySelector('[name=os_destination]')?.getAttribute('value')).toBe(deep)
    expect(by.cookies('wiki.acme.example')).not.toHaveProperty('JSESSIONID')
  })

  test('goes by a request of the page itself in the newer form', async () => {
    scene.configure({ form: 'two-step' })
    const post = (password: string) =>
      scene.world.fetch(scene.at('/rest/tsv/1.0/authenticate?os_authType=none'), {
        method: 'POST',
        body: JSON.stringify({ username: 'lou', password, targetUrl: deep }),
      })
    expect((await post('wrong')).status).toBe(401)
    const answer = await post('lou')
    expect(answer.headers.get('set-cookie')).toContain('JSESSIONID=')
    expect(await answer.json()).toEqual({ targetUrl: scene.at(deep) })
  })
})

describe('Signed in', () => {
  test('but shut out, a person meets the login page with their own name in it', async () => {
    for (const [username, target] of [
      ['rita', deep],
      ['admin', '/display/SECRET/Page'],
    ] as const) {
      const { by } = await scene.signInLocally(username)
      const { address, text } = await by.travel(scene.at(target))
      expect(address.href).toBe(scene.at(loginFor(target)))
      expect(meta(text, 'ajs-remote-user')).toBe(username)
      expect(text).toContain('may not view that page')
    }
  })

  test('an administrator is asked for the password again, everybody else is turned away', async () => {
    const target = '/admin/viewgeneralconfig.action'
    const { by } = await scene.signInLocally('admin')
    const { address, text } = await by.travel(scene.at(target))
    expect(address.href).toBe(scene.at(`/authenticate.action?destination=${encodeURIComponent(target)}`))
    const page = await rendered(text, address.href)
    expect(page.querySelectorAll('#login-container #password, #authenticateButton')).toHaveLength(2)
    const confirm = (password: string) => by.open(scene.at('/doauthenticate.action'), { password, destination: target })
    expect(await (await confirm('wrong')).text()).toContain('aui-message-error')
    expect((await confirm('admin')).headers.get('location')).toBe(scene.at(target))
    expect((await by.travel(scene.at(target))).text).toContain('General Configuration')
    expect(meta(text, 'ajs-is-confluence-admin')).toBe('true')
    const lou = await scene.signInLocally('lou')
    expect(await scene.redirectAt(target, lou.by)).toBe(`/confluence${loginFor(target)}`)
  })

  test('an administrator who came by miniOrange is in at once, unless that is secured', async () => {
    const target = '/admin/viewgeneralconfig.action'
    const start = scene.at(`/plugins/servlet/oauth/auth?return_to=${encodeURIComponent(target)}`)
    expect((await scene.arrive(scene.newVisitor(), start, 'admin')).address.href).toBe(scene.at(target))
    scene.configure({ miniorange: { secureAdminLogin: true } })
    expect((await scene.arrive(scene.newVisitor(), start, 'admin')).address.pathname).toBe('/confluence/authenticate.action')
  })

  test('a logout ends the wiki session and not the one at Cognito', async () => {
    const by = scene.newVisitor()
    await scene.arrive(by, scene.at('/plugins/servlet/oauth/auth'))
    expect(await scene.redirectAt('/logout.action', by)).toBe('/confluence/login.action?logout=true')
    expect(await scene.redirectAt(deep, by)).toContain('permissionViolation=true')
    const { address: authorize } = await by.travel(scene.at('/plugins/servlet/oauth/auth'))
    const { address: back } = await by.travel(authorize.href)
    expect(back.pathname).toBe('/confluence/plugins/servlet/oauth/callback')
  })

  test('a logout with automatic redirect leads straight back in, unless miniOrange is told where to go', async () => {
    scene.configure({ miniorange: { disableDefaultLogin: true } })
    const by = scene.newVisitor()
    const signIn = () => scene.arrive(by, scene.at('/plugins/servlet/oauth/auth'))
    await signIn()
    expect((await by.travel(scene.at('/logout.action'))).address.href).toContain('/oauth2/authorize?')
    await signIn()
    scene.configure({
      miniorange: { disableDefaultLogin: true, logoutEndpoint: 'https://acme.auth.eu-west-1.amazoncognito.com/logout?x=1' },
    })
    expect((await by.travel(scene.at('/logout.action'))).address.pathname).toBe('/logout')
    await signIn()
    scene.configure({ miniorange: { disableDefaultLogin: true, logoutTemplate: true } })
    expect((await by.travel(scene.at('/logout.action'))).text).toContain('Any automatic login has also been stopped.')
  })

  test('everybody is a stranger again once the sessions have ended', async () => {
    const { by } = await scene.signInLocally('lou')
    expect(await scene.redirectAt(deep, by)).toBeNull()
    scene.wiki.endSessions()
    expect(await scene.redirectAt(deep, by)).toContain('permissionViolation=true')
  })
})
