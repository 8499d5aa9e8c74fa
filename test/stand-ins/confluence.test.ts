import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { meta, rendered, windowAt } from './confluence/rendered'
import { deep, loginFor, type WikiScene, wikiScene } from './confluence/scene'
import { personNamed } from './people'

let scene: WikiScene
beforeAll(async () => {
  scene = await wikiScene()
})
afterAll(() => scene.world.close())
afterEach(() => {
  scene.configure({})
  scene.wiki.endSessions()
})

describe('Every login page has the marks of Confluence', () => {
  for (const form of ['legacy', 'two-step'] as const) {
    for (const ssoApp of ['miniorange', 'atlassian'] as const) {
      test(`with the ${form} form and ${ssoApp}`, async () => {
        scene.configure({ form, ssoApp })
        const address = scene.at(`/login.action?native_login&os_destination=${encodeURIComponent(deep)}`)
        const { text } = await scene.newVisitor().travel(address)
        expect(text).toContain('<body id="com-atlassian-confluence"')
        expect(text).toMatch(/<title>Log In - .*Confluence.*<\/title>/)
        expect([meta(text, 'ajs-remote-user'), meta(text, 'ajs-context-path'), meta(text, 'ajs-base-url')]).toEqual([
          '',
          '/confluence',
          scene.base,
        ])
        expect(text.includes('loginform')).toBe(form === 'legacy')
        const page = await rendered(text, address)
        const fields = form === 'legacy' ? '#os_username, #os_password, #loginButton' : '#username-field, #password-field, #login-button'
        expect(page.querySelectorAll(fields)).toHaveLength(3)
        expect(page.querySelector('#sidebar-container')).not.toBeNull()
        // miniOrange's script looks for the older form's button, and finds none in the newer one.
        const button = page.querySelector('#use_idp_button_js')
        expect(button !== null).toBe(form === 'legacy' && ssoApp === 'miniorange')
        if (button) expect(button.getAttribute('href')).toBe(`plugins/servlet/oauth/auth?return_to=${encodeURIComponent(deep)}`)
      })
    }
  }

  test('and the newer form comes late: its fields are in a template until the page has loaded', async () => {
    scene.configure({ form: 'two-step', ssoApp: 'none' })
    const { text } = await scene.newVisitor().travel(scene.at('/login.action'))
    const window = windowAt(scene.at('/login.action'))
    window.document.write(text)
    expect(window.document.querySelector('#username-field')).toBeNull()
    await window.happyDOM.waitUntilComplete()
    expect(window.document.querySelector('#username-field')).not.toBeNull()
  })
})

describe('A stranger at a restricted page', () => {
  test('is sent to the login page with the whole destination', async () => {
    const chinese = `/display/DS/${encodeURIComponent('王')}+One`
    for (const target of [deep, chinese, '/pages/viewpage.action?spaceKey=DS&title=My+Page', '/x/AbC', '/']) {
      expect(await scene.redirectAt(target)).toBe(`/confluence${loginFor(target)}`)
    }
    expect((await scene.newVisitor().open(scene.at('/display/PUB/Welcome'))).status).toBe(200)
  })

  test('or with its parameters spelt out, where the wiki does so', async () => {
    scene.configure({ canonicalDestination: true })
    const asked = async (target: string) => new URL((await scene.redirectAt(target)) ?? '', scene.base).searchParams.get('os_destination')
    expect(await asked('/display/DS/My+Page')).toBe('/pages/viewpage.action?spaceKey=DS&title=My+Page')
    expect(await asked('/x/AbC')).toBe('/pages/tinyurl.action?urlIdentifier=AbC')
  })

  for (const ssoApp of ['miniorange', 'atlassian'] as const) {
    test(`comes back to it through Cognito with ${ssoApp}`, async () => {
      scene.configure({ ssoApp, miniorange: { disableDefaultLogin: true }, atlassian: { showLoginForm: false } })
      for (const target of [deep, `/display/DS/${encodeURIComponent('王')}+One`]) {
        const by = scene.newVisitor()
        const { address, text } = await scene.arrive(by, scene.at(target))
        expect(address.href).toBe(scene.at(target))
        expect(meta(text, 'ajs-remote-user')).toBe('ann')
        expect(by.cookies('wiki.acme.example')).not.toHaveProperty('mo.confluence-oauth.RELAY_STATE')
        expect('mo.confluence-oauth.LOGOUTCOOKIE' in by.cookies('wiki.acme.example')).toBe(ssoApp === 'miniorange')
      }
      expect(scene.wiki.groupsOf('ann')).toEqual(['confluence-users'])
    })
  }

  test('keeps the fragment with the built-in SSO', async () => {
    scene.configure({ ssoApp: 'atlassian', atlassian: { showLoginForm: false } })
    const by = scene.newVisitor()
    const { text } = await by.travel(scene.at(deep))
    const [, name, address = ''] = /"name":"([^"]+)","address":"([^"]+)"/.exec(text) ?? []
    expect(name).toMatch(/^atlassian-authentication-plugin-url-fragment_/)
    const { address: back } = await by.signIn(address, personNamed('ann'))
    const cookie = `JSESSIONID=${by.cookies('wiki.acme.example').JSESSIONID}; ${name}=%23Timeline`
    const answer = await scene.world.fetch(back, { headers: { cookie } })
    expect(answer.headers.get('location')).toBe(`${scene.at(deep)}#Timeline`)
  })
})

describe('The REST API', () => {
  test('tells who is there, and in which groups', async () => {
    const anonymous = await scene.newVisitor().open(scene.at('/rest/api/user/current'))
    expect(await anonymous.json()).toMatchObject({ type: 'anonymous' })
    expect((await scene.newVisitor().open(scene.at('/rest/api/group'))).status).toBe(403)
    const { by } = await scene.signInLocally('admin')
    const got = async (path: string) => (await by.open(scene.at(path))).json()
    expect(await got('/rest/api/user/current')).toMatchObject({ type: 'known', username: 'admin', displayName: 'Ada Min' })
    const names = ({ results }: { results: { name: string }[] }) => results.map(({ name }) => name)
    expect(await got('/rest/api/user?username=admin&expand=status')).toMatchObject({ type: 'known', username: 'admin', status: 'current' })
    expect(names(await got('/rest/api/user/memberof?username=admin'))).toEqual(['confluence-administrators', 'confluence-users'])
    expect(names(await got('/rest/api/group'))).toContain('confluence-administrators')
  })

  test('gives product and version to anybody', async () => {
    const answer = await scene.newVisitor().open(scene.at('/rest/applinks/1.0/manifest'))
    expect(await answer.text()).toContain('<typeId>confluence</typeId><version>9.2.2</version>')
  })

  test('and nothing outside the context path is the wiki', async () => {
    expect((await scene.world.fetch('https://wiki.acme.example/login.action')).status).toBe(404)
    expect((await scene.world.fetch('https://wiki.acme.example/confluenceless')).status).toBe(404)
  })
})
