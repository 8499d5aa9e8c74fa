import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rendered, windowAt } from './rendered'
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

describe('With automatic redirect the login page', () => {
  const automatic = { ssoApp: 'miniorange', miniorange: { disableDefaultLogin: true } } as const
  const start = () => `${scene.base}/plugins/servlet/oauth/auth`

  test('is never seen, and without it always', async () => {
    expect(await scene.redirectAt(loginFor(deep))).toBeNull()
    scene.configure(automatic)
    expect(await scene.redirectAt(loginFor(deep))).toBe(`${start()}?return_to=${encodeURIComponent(deep)}`)
    expect(await scene.redirectAt(`/login.action?os_destination=%2F`)).toBe(start())
  })

  test('opens through the backdoor, as long as the backdoor is on and the key is the configured one', async () => {
    scene.configure(automatic)
    expect(await scene.redirectAt('/login.action?oauth_sso=false')).toBeNull()
    scene.configure({ ...automatic, miniorange: { ...automatic.miniorange, backdoorEnabled: false } })
    expect(await scene.redirectAt('/login.action?oauth_sso=false')).toBe(start())
    scene.configure({ ...automatic, miniorange: { ...automatic.miniorange, backdoorKey: 'knock', backdoorValue: 'twice' } })
    expect(await scene.redirectAt('/login.action?oauth_sso=false')).toBe(start())
    expect(await scene.redirectAt('/login.action?knock=twice')).toBeNull()
  })

  test('stays after a logout and after a failed sign-in', async () => {
    scene.configure(automatic)
    expect(await scene.redirectAt('/login.action?logout=true')).toBeNull()
    expect(await scene.redirectAt('/login.action?oautherror=true')).toBeNull()
  })

  test('counts down first where a delay is set', async () => {
    scene.configure({ miniorange: { disableDefaultLogin: true, enableAutoRedirectDelay: true, autoRedirectDelayInterval: 3600 } })
    const { text } = await scene.newVisitor().travel(scene.at(loginFor(deep)))
    const window = windowAt(scene.at(loginFor(deep)))
    window.document.write(text)
    const box = window.document.querySelector('#moRedirectBox')
    expect(box?.textContent).toContain('Redirecting to IDP.')
    expect(box?.querySelector('#OAuthUrl')?.getAttribute('value')).toBe(`plugins/servlet/oauth/auth?return_to=${encodeURIComponent(deep)}`)
    window.document.querySelector('#stopAutoRedirect')?.dispatchEvent(new window.MouseEvent('click'))
    expect(window.document.querySelector('#moRedirectBox')).toBeNull()
    const stopped = await scene.newVisitor().travel(scene.at(`${loginFor(deep)}&oauth_sso=false`))
    expect((await rendered(stopped.text, scene.at(loginFor(deep)))).querySelector('#moRedirectBox')).toBeNull()
    await window.happyDOM.abort()
  })
})

describe('The relay state of miniOrange', () => {
  const landing = async (wanted: string) => {
    const by = scene.newVisitor()
    const { address } = await scene.arrive(by, scene.at(`/plugins/servlet/oauth/auth?return_to=${encodeURIComponent(wanted)}`))
    return address.href
  }

  test('loses every deep link where one is configured', async () => {
    scene.configure({ miniorange: { relayState: scene.at('/display/PUB/Welcome') } })
    expect(await landing(deep)).toBe(scene.at('/display/PUB/Welcome'))
    scene.configure({ miniorange: { relayState: 'https://elsewhere.example/' } })
    expect(await landing(deep)).toBe(scene.at('/'))
  })

  test('is cut wherever it holds the context path', async () => {
    expect(await landing('/display/confluence/confluence/Page')).toBe(scene.at('/display/Page'))
  })

  test('is broken by a whole address under a context path, and repaired without one', async () => {
    expect(await landing(`/${scene.at('/display/DS/Page')}`)).toBe(`${scene.base}/https://wiki.acme.example/display/DS/Page`)
    const root = await wikiScene({ contextPath: '' })
    const by = root.newVisitor()
    const { address } = await root.arrive(
      by,
      `${root.base}/plugins/servlet/oauth/auth?return_to=${encodeURIComponent(`/${root.base}/display/DS/Page`)}`,
    )
    await root.world.close()
    expect(address.href).toBe(`${root.base}/display/DS/Page`)
  })

  test('is one for all tabs: the last start wins', async () => {
    const by = scene.newVisitor()
    const start = (target: string) => scene.at(`/plugins/servlet/oauth/auth?return_to=${encodeURIComponent(target)}`)
    const first = await by.travel(start('/display/DS/First'))
    await by.travel(start('/display/DS/Second'))
    const { address } = await scene.arrive(by, first.address.href)
    expect(address.href).toBe(scene.at('/display/DS/Second'))
  })

  test('cannot hold what no cookie can', async () => {
    expect((await scene.newVisitor().open(scene.at(`/plugins/servlet/oauth/auth?return_to=%2Fa%20b`))).status).toBe(500)
  })
})

describe('What miniOrange tells anybody', () => {
  const asked = (referer = '') => scene.world.fetch(scene.at('/plugins/servlet/oauth/getconfig'), { headers: { referer } })

  test('is the settings of its login page', async () => {
    expect(await (await asked()).json()).toMatchObject({ disableDefaultLogin: false, backdoorKey: 'oauth_sso', backdoorValue: 'false' })
  })

  test('is nothing to a stranger where its APIs are restricted, nothing at all without a licence, and absent without the app', async () => {
    scene.configure({ miniorange: { restrictApis: true } })
    expect((await asked()).status).toBe(403)
    expect((await asked(scene.at('/login.action'))).status).toBe(200)
    scene.configure({ miniorange: { licensed: false } })
    expect(await (await asked()).text()).toBe('')
    scene.configure({ ssoApp: 'atlassian' })
    expect((await asked()).status).toBe(404)
  })

  test('includes the claims, at the callback address after Test Configuration', async () => {
    const start = scene.at('/plugins/servlet/oauth/auth?return_to=testoauthconfiguration')
    const { address, text } = await scene.arrive(scene.newVisitor(), start)
    expect(address.pathname).toBe('/confluence/plugins/servlet/oauth/callback')
    expect(text).toContain('TEST SUCCESSFUL')
    expect(text).toContain('<td>cognito:groups</td><td>&#34;dev&#34;;&#34;confluence-users&#34;</td>')
  })
})
