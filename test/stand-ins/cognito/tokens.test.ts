import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { personNamed } from '../people'
import { pkceRequest } from './pkce-request'
import { defaultClients } from './pool'
import { cognitoScene, type Scene, wikiCallback } from './scene'

let scene: Scene
beforeAll(async () => {
  scene = await cognitoScene()
})
afterAll(() => scene.world.close())
afterEach(() => void vi.useRealTimers())

const { publicClientId, confidentialClientId, confidentialSecret } = defaultClients
const redeem = (form: Record<string, string>) => scene.post('/oauth2/token', form)

describe('a code', () => {
  test('is good once', async () => {
    const form = await scene.codeOf('ann')
    expect((await redeem(form)).status).toBe(200)
    expect(await redeem(form)).toEqual({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('is good for five minutes', async () => {
    const form = await scene.codeOf('ann')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 })
    expect(await redeem(form)).toEqual({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('is spent by a wrong verifier: invalid_request first, invalid_grant after that', async () => {
    const form = await scene.codeOf('ann')
    const wrong = { ...form, code_verifier: 'x'.repeat(43) }
    expect(await redeem(wrong)).toEqual({ status: 400, body: { error: 'invalid_request' } })
    expect(await redeem(form)).toEqual({ status: 400, body: { error: 'invalid_grant' } })
  })

  test('is not given for another callback URL than it was asked for', async () => {
    const form = await scene.codeOf('ann')
    const { status, body } = await redeem({ ...form, redirect_uri: wikiCallback })
    expect([status, body]).toEqual([400, { error: 'unauthorized_client', error_description: 'invalid_redirect' }])
  })

  test.each([
    ['an unknown client', { client_id: 'nobody' }, 'invalid_client'],
    ['a client that must send a secret', { client_id: confidentialClientId }, 'invalid_client'],
    ['an unknown code', { code: 'made-up' }, 'invalid_grant'],
    ['an unknown grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('of %s is refused', async (_, wrong, error) => {
    expect(await redeem({ ...(await scene.codeOf('ann')), ...wrong })).toEqual({ status: 400, body: { error } })
  })

  test('without a code in the request is an invalid request', async () => {
    expect(await redeem({ grant_type: 'authorization_code', client_id: publicClientId })).toEqual({
      status: 400,
      body: { error: 'invalid_request' },
    })
  })
})

describe('the confidential client', () => {
  const codeOf = async () => {
    const request = pkceRequest(scene.cognito.pool, {
      client_id: confidentialClientId,
      redirect_uri: wikiCallback,
      code_challenge: undefined,
      code_challenge_method: undefined,
    })
    const { address } = await scene.newVisitor().signIn(request.address, personNamed('ann'))
    return { grant_type: 'authorization_code', redirect_uri: wikiCallback, code: address.searchParams.get('code') ?? '' }
  }
  const basic = (secret: string) => ({ authorization: `Basic ${Buffer.from(`${confidentialClientId}:${secret}`).toString('base64')}` })

  test('authenticates in the header or in the form', async () => {
    const inHeader = await scene.post('/oauth2/token', await codeOf(), basic(confidentialSecret))
    const inForm = await redeem({ ...(await codeOf()), client_id: confidentialClientId, client_secret: confidentialSecret })
    expect([inHeader.status, inForm.status]).toEqual([200, 200])
    expect(decodeJwt(inForm.body.id_token).aud).toBe(confidentialClientId)
  })

  test('is told invalid_client with status 400 for a wrong secret, either way', async () => {
    const refused = { status: 400, body: { error: 'invalid_client' } }
    expect(await scene.post('/oauth2/token', await codeOf(), basic('wrong'))).toEqual(refused)
    expect(await redeem({ ...(await codeOf()), client_id: confidentialClientId, client_secret: 'wrong' })).toEqual(refused)
  })
})

describe('a refresh token', () => {
  const refresh = (refresh_token = '') => redeem({ grant_type: 'refresh_token', client_id: publicClientId, refresh_token })

  test('comes with every code, survives the session, and gives new tokens of the same sign-in but no new refresh token', async () => {
    const { body } = await scene.tokensOf('ann', { scope: 'openid' })
    scene.cognito.expireSessions()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000 })
    const again = await refresh(body.refresh_token)
    expect(Object.keys(again.body).sort()).toEqual(['access_token', 'expires_in', 'id_token', 'token_type'])
    const [before, after] = [decodeJwt(body.id_token), decodeJwt(again.body.id_token)]
    expect(after).toMatchObject({ sub: before.sub, auth_time: before.auth_time, origin_jti: before.origin_jti })
    expect(after.jti).not.toBe(before.jti)
    expect(after.iat).toBeGreaterThan(before.iat ?? 0)
  })

  test('is replaced when the pool rotates them', async () => {
    const rotating = await cognitoScene({ rotatesRefreshTokens: true })
    const { body } = await rotating.tokensOf('ann')
    const form = { grant_type: 'refresh_token', client_id: publicClientId, refresh_token: body.refresh_token ?? '' }
    const again = await rotating.post('/oauth2/token', form)
    expect(again.body.refresh_token).toBeTruthy()
    expect(again.body.refresh_token).not.toBe(body.refresh_token)
    expect((await rotating.post('/oauth2/token', form)).body).toEqual({ error: 'invalid_grant' })
    await rotating.world.close()
  })

  test('is dead after its revocation, and so is the access token at userInfo', async () => {
    const { body } = await scene.tokensOf('ann')
    const form = { token: body.refresh_token ?? '', client_id: publicClientId }
    expect(await scene.post('/oauth2/revoke', form)).toEqual({ status: 200, body: {} })
    expect(await scene.post('/oauth2/revoke', form)).toEqual({ status: 200, body: {} })
    expect(await refresh(body.refresh_token)).toEqual({ status: 400, body: { error: 'invalid_grant' } })
    expect((await scene.userInfo(body.access_token)).status).toBe(401)
  })
})

test('Only refresh tokens can be revoked, and only by a client that says who it is', async () => {
  const { body } = await scene.tokensOf('ann')
  const revoke = (form: Record<string, string>) => scene.post('/oauth2/revoke', form)
  expect(await revoke({ token: body.access_token, client_id: publicClientId })).toEqual({
    status: 400,
    body: { error: 'unsupported_token_type' },
  })
  expect(await revoke({ token: body.refresh_token ?? '', client_id: confidentialClientId })).toEqual({
    status: 401,
    body: { error: 'invalid_client' },
  })
  expect((await revoke({ client_id: publicClientId })).body).toEqual({ error: 'invalid_request' })
})

describe('userInfo', () => {
  test('names its refusals in WWW-Authenticate', async () => {
    const bare = await scene.world.fetch(`https://${scene.cognito.pool.domainHost}/oauth2/userInfo`)
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([400, 'error="invalid_request"'])
    expect(await scene.userInfo('made.up.token')).toMatchObject({ status: 401, challenge: 'error="invalid_token"' })
  })

  test('wants the scope openid, and refuses an ID token or an expired access token', async () => {
    const without = await scene.tokensOf('ann', { scope: 'aws.cognito.signin.user.admin', nonce: undefined })
    expect(without.body.id_token).toBeUndefined()
    expect((await scene.userInfo(without.body.access_token)).status).toBe(401)
    const { body } = await scene.tokensOf('ann')
    expect((await scene.userInfo(body.id_token)).status).toBe(401)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 })
    expect((await scene.userInfo(body.access_token)).status).toBe(401)
  })
})

test('A scope of which the client may not read every attribute makes the code worthless', async () => {
  const narrow = await cognitoScene({ reads: { [publicClientId]: ['email', 'name', 'custom:groups'] } })
  expect((await narrow.tokensOf('ann', { scope: 'openid email' })).body).toEqual({ error: 'invalid_grant' })
  const { body } = await narrow.tokensOf('ann', { scope: 'openid' })
  expect(decodeJwt(body.id_token)).toMatchObject({ email: 'ann@acme.example', name: 'Ann Archer' })
  expect(decodeJwt(body.id_token)).not.toHaveProperty('email_verified')
  await narrow.world.close()
})
