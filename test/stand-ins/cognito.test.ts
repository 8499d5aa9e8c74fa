import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pkceRequest } from './cognito/pkce-request'
import { callback, cognitoScene, type Scene, signedOut, wikiCallback } from './cognito/scene'
import { personNamed } from './people'

let scene: Scene
beforeAll(async () => {
  scene = await cognitoScene()
})
afterAll(() => scene.world.close())

const json = async (address: string) => JSON.parse(await (await scene.world.fetch(address)).text())

describe('a sign-in with code and PKCE', () => {
  test('ends in two tokens, signed with different published keys, that verify against the discovered issuer', async () => {
    const { issuer } = scene.cognito.pool
    const { body, status } = await scene.tokensOf('ann')
    const discovered = await json(`${issuer}/.well-known/openid-configuration`)
    const published = await json(discovered.jwks_uri)
    const keys = createLocalJWKSet(published)
    const id = await jwtVerify(body.id_token, keys, {
      issuer: discovered.issuer,
      audience: 'latchkeypublicclient000001',
      algorithms: ['RS256'],
    })
    const access = await jwtVerify(body.access_token, keys, { issuer, algorithms: ['RS256'] })
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'id_token', 'refresh_token', 'token_type'])
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    expect(id.protectedHeader.kid).not.toBe(access.protectedHeader.kid)
    expect(Object.keys(decodeProtectedHeader(body.id_token)).sort()).toEqual(['alg', 'kid'])
    expect(published.keys.map(({ kid }: { kid: string }) => kid).every((kid: string) => kid.endsWith('='))).toBe(true)
  })

  test('shows a form at /login, and gives code and state back in a 302 without iss', async () => {
    const visitor = scene.newVisitor()
    const page = await visitor.travel(pkceRequest(scene.cognito.pool).address)
    expect([page.address.pathname, page.response?.status]).toEqual(['/login', 200])
    const { address } = await visitor.submit(page, { username: 'ann' })
    expect(address.href.startsWith(callback)).toBe(true)
    expect([...address.searchParams.keys()].sort()).toEqual(['code', 'state'])
    expect(address.searchParams.get('state')).toBe('a state+/=')
  })

  test('is silent the second time, for the other client too, as long as the cognito cookie lives', async () => {
    const visitor = scene.newVisitor()
    await visitor.signIn(pkceRequest(scene.cognito.pool).address, personNamed('ann'))
    expect(visitor.cookies(scene.cognito.pool.domainHost)).toHaveProperty('cognito')
    const again = await visitor.travel(pkceRequest(scene.cognito.pool, { prompt: 'none' }).address)
    const wiki = await visitor.travel(
      pkceRequest(scene.cognito.pool, { client_id: 'confluenceconfidential0001', redirect_uri: wikiCallback }).address,
    )
    expect(again.address.searchParams.get('code')).toBeTruthy()
    expect(wiki.address.href).toMatch(/^https:\/\/wiki\.acme\.example\/plugins\/servlet\/oauth\/callback\?code=/)
    scene.cognito.expireSessions()
    expect((await visitor.travel(pkceRequest(scene.cognito.pool).address)).address.pathname).toBe('/login')
  })

  test('asks again with prompt=login, and the session then belongs to whoever signed in last', async () => {
    const visitor = scene.newVisitor()
    await scene.tokensOf('ann', {}, visitor)
    const second = await scene.tokensOf('noah', { prompt: 'login' }, visitor)
    const third = await scene.tokensOf('ann', {}, visitor)
    const names = [second, third].map(
      ({ body }) => JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString())['cognito:username'],
    )
    expect(names).toEqual(['noah', 'noah'])
  })
})

describe('the documents of the pool', () => {
  test('list exactly what a real pool lists', async () => {
    const { issuer, domainHost } = scene.cognito.pool
    expect(await json(`${issuer}/.well-known/openid-configuration`)).toEqual({
      authorization_endpoint: `https://${domainHost}/oauth2/authorize`,
      end_session_endpoint: `https://${domainHost}/logout`,
      id_token_signing_alg_values_supported: ['RS256'],
      issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      response_types_supported: ['code', 'token'],
      revocation_endpoint: `https://${domainHost}/oauth2/revoke`,
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
      token_endpoint: `https://${domainHost}/oauth2/token`,
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      userinfo_endpoint: `https://${domainHost}/oauth2/userInfo`,
    })
    const { keys } = await json(`${issuer}/.well-known/jwks.json`)
    expect(keys.map((key: object) => Object.keys(key).sort())).toEqual([0, 1].map(() => ['alg', 'e', 'kid', 'kty', 'n', 'use']))
  })

  test('are not on the domain, and the endpoints are not on the issuer', async () => {
    const { domainHost, issuerHost, userPoolId } = scene.cognito.pool
    const elsewhere = [
      `https://${domainHost}/${userPoolId}/.well-known/openid-configuration`,
      `https://${domainHost}/.well-known/jwks.json`,
    ]
    for (const address of [...elsewhere, `https://${issuerHost}/oauth2/authorize`, `https://${issuerHost}/other/.well-known/jwks.json`]) {
      expect((await scene.world.fetch(address)).status, address).toBeGreaterThanOrEqual(400)
    }
  })
})

test('Any origin may read token, userInfo, revoke and the documents, and none may send cookies', async () => {
  const { domainHost, issuer } = scene.cognito.pool
  const headers = { origin: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop' }
  const opened = [`https://${domainHost}/oauth2/userInfo`, `${issuer}/.well-known/jwks.json`, `${issuer}/.well-known/openid-configuration`]
  const answers = await Promise.all([
    ...opened.map((address) => scene.world.fetch(address, { headers })),
    ...['token', 'revoke'].map((path) => scene.world.fetch(`https://${domainHost}/oauth2/${path}`, { method: 'POST', headers })),
    scene.world.fetch(`https://${domainHost}/oauth2/userInfo`, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'GET' },
    }),
  ])
  for (const { headers: received } of answers) {
    expect(received.get('access-control-allow-origin')).toBe('*')
    expect(received.get('access-control-allow-credentials')).toBeNull()
  }
})

describe('/logout', () => {
  const at = (parameters: Record<string, string>) => `https://${scene.cognito.pool.domainHost}/logout?${new URLSearchParams(parameters)}`
  const client_id = 'latchkeypublicclient000001'

  test('ends the hosted session and goes to the registered sign-out URL, without state', async () => {
    const visitor = scene.newVisitor()
    await scene.tokensOf('ann', {}, visitor)
    const kept = visitor.cookies(scene.cognito.pool.domainHost)
    const { address } = await visitor.travel(at({ client_id, logout_uri: signedOut, state: 'dropped' }))
    expect(address.href).toBe(signedOut)
    expect(visitor.cookies(scene.cognito.pool.domainHost)).not.toHaveProperty('cognito')
    const replayed = await scene.world.fetch(pkceRequest(scene.cognito.pool).address, { headers: { cookie: `cognito=${kept.cognito}` } })
    expect(replayed.headers.get('location')).toContain('/login?')
    const next = await visitor.travel(pkceRequest(scene.cognito.pool, { prompt: 'none' }).address)
    expect(next.address.searchParams.get('error')).toBe('login_required')
  })

  test('shows a page with status 400 for an unregistered sign-out URL, an unknown client, or neither URL', async () => {
    const visitor = scene.newVisitor()
    const wrong = [{ client_id, logout_uri: `${signedOut}/` }, { client_id: 'nobody', logout_uri: signedOut }, { client_id }]
    for (const parameters of wrong) expect((await visitor.open(at(parameters))).status).toBe(400)
    expect(await (await visitor.open(at({ client_id }))).text()).toContain(
      'Required String parameter &#39;redirect_uri&#39; is not present',
    )
  })

  test('with redirect_uri and response_type leads back to the sign-in form, even for somebody signed in', async () => {
    const visitor = scene.newVisitor()
    await scene.tokensOf('ann', {}, visitor)
    const page = await visitor.travel(at({ client_id, redirect_uri: callback, response_type: 'code', scope: 'openid', state: 's' }))
    expect([page.address.pathname, page.response?.status]).toEqual(['/login', 200])
    expect((await visitor.submit(page, { username: 'noah' })).address.searchParams.get('code')).toBeTruthy()
  })
})
