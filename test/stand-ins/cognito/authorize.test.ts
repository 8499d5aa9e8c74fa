import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { personNamed } from '../people'
import { pkceRequest } from './pkce-request'
import { callback, cognitoScene, type Scene, wikiCallback } from './scene'

let scene: Scene
beforeAll(async () => {
  scene = await cognitoScene({ scopes: { confluenceconfidential0001: ['openid', 'email'] } })
})
afterAll(() => scene.world.close())
afterEach(() => void vi.useRealTimers())

/** What the authorize endpoint answers to these parameters. */
async function asked(more: Record<string, string | undefined>) {
  const response = await scene.newVisitor().open(pkceRequest(scene.cognito.pool, more).address)
  return { status: response.status, location: response.headers.get('location') ?? '' }
}

describe('a request that may not be sent back', () => {
  test.each([
    ['a callback URL without its slash', { redirect_uri: callback.slice(0, -1) }, 'redirect_mismatch'],
    ['a callback URL with more behind it', { redirect_uri: `${callback}more` }, 'redirect_mismatch'],
    ['a callback URL of the other client', { client_id: 'confluenceconfidential0001' }, 'redirect_mismatch'],
    ['a callback URL of the confidential client', { redirect_uri: wikiCallback }, 'redirect_mismatch'],
    ['no callback URL', { redirect_uri: undefined }, 'invalid_request'],
    ['an unknown client', { client_id: 'nobody' }, 'invalid_request'],
  ])('%s is sent to the error page, which has status 400', async (_, more, error) => {
    const { status, location } = await asked(more)
    const client = 'client_id' in more ? more.client_id : 'latchkeypublicclient000001'
    expect([status, location]).toEqual([302, `/error?error=${error}&client_id=${client}`])
    const page = await scene.world.fetch(`https://${scene.cognito.pool.domainHost}${location}`)
    expect(page.status).toBe(400)
    expect(await page.text()).toContain('An error was encountered with the requested page.')
  })
})

describe('a request that is refused at the callback URL', () => {
  test.each([
    ['an unknown scope', { scope: 'openid groups' }, 'invalid_scope'],
    ['offline_access', { scope: 'openid offline_access' }, 'invalid_scope'],
    ['email without openid', { scope: 'email', nonce: undefined }, 'invalid_scope'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a challenge without method', { code_challenge_method: undefined }, 'invalid_request'],
    ['a method without challenge', { code_challenge: undefined }, 'invalid_request'],
    ['no response type', { response_type: undefined }, 'invalid_request'],
    ['the implicit grant', { response_type: 'token' }, 'unauthorized_client'],
    ['an unknown identity provider', { identity_provider: 'Facebook' }, 'invalid_request'],
    ['prompt=none without a session', { prompt: 'none' }, 'login_required'],
  ])('%s', async (_, more, error) => {
    const { status, location } = await asked(more)
    const back = new URL(location)
    expect([status, back.origin + back.pathname, back.hash]).toEqual([302, callback, ''])
    expect(Object.fromEntries(back.searchParams)).toEqual({ error, state: 'a state+/=' })
  })

  test('a scope that is not allowed for the client', async () => {
    const redirect_uri = scene.cognito.pool.clients[1]?.redirectUris[0]
    const { location } = await asked({ client_id: 'confluenceconfidential0001', redirect_uri, scope: 'openid profile' })
    expect(new URL(location).searchParams.get('error')).toBe('invalid_scope')
  })
})

describe('the sign-in page', () => {
  const formOf = (more: Record<string, string | undefined> = {}) => {
    const visitor = scene.newVisitor()
    return visitor.travel(pkceRequest(scene.cognito.pool, more).address).then((page) => ({ visitor, page }))
  }

  test('comes again with a sentence after a wrong password, and lets in with the right one then', async () => {
    const { visitor, page } = await formOf()
    const again = await visitor.submit(page, { username: 'ann', password: 'wrong' })
    expect([again.response?.status, again.address.pathname]).toEqual([200, '/login'])
    expect(again.text).toContain('Incorrect username or password.')
    expect(visitor.cookies(scene.cognito.pool.domainHost)).not.toHaveProperty('cognito')
    expect((await visitor.submit(again, { username: 'ann' })).address.searchParams.has('code')).toBe(true)
  })

  test('can answer a wrong password with status 400, which ends the flow in Chrome', async () => {
    const strict = await cognitoScene({ wrongPasswordStatus: 400 })
    const visitor = strict.newVisitor()
    const page = await visitor.travel(pkceRequest(strict.cognito.pool).address)
    expect((await visitor.submit(page, { username: 'ann', password: 'wrong' })).response?.status).toBe(400)
    await strict.world.close()
  })

  test('is filled with the login_hint, safely, and remembers the language', async () => {
    const { visitor, page } = await formOf({ login_hint: '"><b>ann', lang: 'de' })
    expect(page.text).toContain('value="&#34;&#62;&#60;b&#62;ann"')
    expect(visitor.cookies(scene.cognito.pool.domainHost)).toHaveProperty('lang', 'de')
  })

  test('refuses a form without the XSRF token', async () => {
    const { visitor, page } = await formOf()
    const forged = { ...page, text: page.text.replace(/name="_csrf" value="\w+"/, 'name="_csrf" value="guessed"') }
    expect((await visitor.submit(forged, { username: 'ann' })).response?.status).toBe(400)
  })

  test('does not know people of an identity provider, whose own page does', async () => {
    const gina = personNamed('Google_105127360944558712039')
    const own = await formOf()
    expect((await own.visitor.submit(own.page, { username: gina.signIn })).text).toContain('Incorrect username or password.')
    const google = await formOf({ identity_provider: 'Google' })
    expect(google.page.text).toContain('Sign in with Google')
    expect((await google.visitor.submit(google.page, { username: gina.signIn })).address.searchParams.has('code')).toBe(true)
    expect((await google.visitor.travel(pkceRequest(scene.cognito.pool).address)).address.searchParams.has('code')).toBe(true)
  })

  test('is everybody’s own, though two follow the same address at once', async () => {
    const [ann, nobody] = [scene.newVisitor(), scene.newVisitor()]
    const { address } = pkceRequest(scene.cognito.pool)
    const login = (await ann.open(address)).headers.get('location') ?? ''
    await nobody.open(address)
    const page = await ann.travel(new URL(login, address).href)
    expect((await ann.submit(page, { username: 'ann' })).address.searchParams.has('code')).toBe(true)
  })

  test('can be open twice at once, and each gives its own answer', async () => {
    const visitor = scene.newVisitor()
    const first = await visitor.travel(pkceRequest(scene.cognito.pool, { state: 'first' }).address)
    const second = await visitor.travel(pkceRequest(scene.cognito.pool, { state: 'second' }).address)
    expect((await visitor.submit(first, { username: 'ann' })).address.searchParams.get('state')).toBe('first')
    expect((await visitor.submit(second, { username: 'ann' })).address.searchParams.get('state')).toBe('second')
  })

  test('is reached by a fetch without cookies, and one opened before still works after it', async () => {
    const { visitor, page } = await formOf({ state: 'same' })
    const { address } = pkceRequest(scene.cognito.pool, { state: 'same' })
    const location = (await scene.world.fetch(address)).headers.get('location') ?? ''
    expect((await scene.world.fetch(new URL(location, address))).status).toBe(200)
    expect((await visitor.submit(page, { username: 'ann' })).address.searchParams.has('code')).toBe(true)
  })

  test('opened directly, without the authorize endpoint, is the form even for somebody signed in', async () => {
    const visitor = scene.newVisitor()
    await scene.tokensOf('ann', {}, visitor)
    const direct = pkceRequest(scene.cognito.pool).address.replace('/oauth2/authorize', '/login')
    const page = await visitor.travel(direct)
    expect([page.address.pathname, page.response?.status]).toEqual(['/login', 200])
  })

  test('is cancelled after five minutes', async () => {
    const { visitor, page } = await formOf()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
    const late = await visitor.submit(page, { username: 'ann' })
    expect(late.text).toContain('Something went wrong')
  })
})

test('Parameters that the authorize endpoint does not document do nothing', async () => {
  const visitor = scene.newVisitor()
  await scene.tokensOf('ann', {}, visitor)
  const { address } = await visitor.travel(
    pkceRequest(scene.cognito.pool, { max_age: '0', response_mode: 'fragment', id_token_hint: 'x' }).address,
  )
  expect([...address.searchParams.keys()].sort()).toEqual(['code', 'state'])
})

test('The hosted session lasts one hour from the sign-in, whether used or not', async () => {
  const visitor = scene.newVisitor()
  const start = Date.now()
  await scene.tokensOf('ann', {}, visitor)
  const silent = async () => (await visitor.travel(pkceRequest(scene.cognito.pool, { prompt: 'none' }).address)).address.searchParams
  for (const minutes of [20, 40, 59]) {
    vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * 60_000 })
    expect((await silent()).has('code'), `${minutes} min`).toBe(true)
  }
  vi.useFakeTimers({ toFake: ['Date'], now: start + 61 * 60_000 })
  expect((await silent()).get('error')).toBe('login_required')
})
