import { createLocalJWKSet, decodeJwt, errors, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pkceRequest } from './pkce-request'
import { callback, cognitoScene, type Scene } from './scene'

let scene: Scene
beforeAll(async () => {
  scene = await cognitoScene()
})
afterAll(() => scene.world.close())

const publicClientId = 'latchkeypublicclient000001'
const get = (address: string) => scene.world.fetch(address)
const jwks = () => `${scene.cognito.pool.issuer}/.well-known/jwks.json`

async function verified(idToken: string) {
  const keys = createLocalJWKSet(JSON.parse(await (await get(jwks())).text()))
  return jwtVerify(idToken, keys, { issuer: scene.cognito.pool.issuer, audience: publicClientId, algorithms: ['RS256'] })
}

describe('the next ID token can be wrong', () => {
  test.each([
    ['a flipped signature', { signature: 'flipped' }, errors.JWSSignatureVerificationFailed],
    ['a signature by a stranger', { signature: 'stranger' }, errors.JWSSignatureVerificationFailed],
    ['an unsigned token', { signature: 'missing', header: { alg: 'none' } }, errors.JOSEAlgNotAllowed],
    [
      'another issuer',
      { payload: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' } },
      errors.JWTClaimValidationFailed,
    ],
    ['another audience', { payload: { aud: 'confluenceconfidential0001' } }, errors.JWTClaimValidationFailed],
    ['an expired token', { payload: { exp: 1_700_000_000 } }, errors.JWTExpired],
    ['an unknown key', { header: { kid: 'unknown=' } }, errors.JWKSNoMatchingKey],
  ] as const)('%s, once', async (_, spoiling, refusal) => {
    scene.cognito.mischief.spoilIdTokens(spoiling)
    const [first, second] = [await scene.tokensOf('ann'), await scene.tokensOf('ann')]
    await expect(verified(first.body.id_token)).rejects.toThrow(refusal)
    await expect(verified(second.body.id_token)).resolves.toBeTruthy()
  })

  test('in its nonce, or without one, for one client alone, until told otherwise', async () => {
    const undo = scene.cognito.mischief.spoilIdTokens({ payload: { nonce: 'stale' }, clientId: publicClientId }, Number.POSITIVE_INFINITY)
    for (const _ of [1, 2]) expect(decodeJwt((await scene.tokensOf('ann')).body.id_token).nonce).toBe('stale')
    undo()
    expect(decodeJwt((await scene.tokensOf('ann')).body.id_token).nonce).toBe('a-nonce')
    const undoOther = scene.cognito.mischief.spoilIdTokens({ payload: { nonce: undefined }, clientId: 'confluenceconfidential0001' })
    expect(decodeJwt((await scene.tokensOf('ann')).body.id_token).nonce).toBe('a-nonce')
    undoOther()
  })
})

describe('an endpoint can fail', () => {
  test('once, with a status and a body', async () => {
    scene.cognito.mischief.fault('discovery', { status: 503 })
    scene.cognito.mischief.fault('token', { status: 400, body: { error: 'invalid_grant' } })
    const discovery = `${scene.cognito.pool.issuer}/.well-known/openid-configuration`
    expect([(await get(discovery)).status, (await get(discovery)).status]).toEqual([503, 200])
    expect((await scene.tokensOf('ann')).body).toEqual({ error: 'invalid_grant' })
    expect((await scene.tokensOf('ann')).status).toBe(200)
  })

  test('by a cut connection, until told otherwise', async () => {
    const undo = scene.cognito.mischief.fault('jwks', { cut: true }, Number.POSITIVE_INFINITY)
    for (const _ of [1, 2]) await expect(get(jwks())).rejects.toThrow()
    undo()
    expect((await get(jwks())).status).toBe(200)
  })

  test('by being late', async () => {
    scene.cognito.mischief.fault('authorize', { delay: 50 })
    const start = performance.now()
    expect((await get(pkceRequest(scene.cognito.pool).address)).status).toBe(302)
    expect(performance.now() - start).toBeGreaterThanOrEqual(49)
  })

  test('by keeping the request open until it is released, and then does its work', async () => {
    const form = await scene.codeOf('ann')
    const hold = scene.cognito.mischief.hold('token')
    let answered = false
    const waiting = scene.post('/oauth2/token', form).then((answer) => {
      answered = true
      return answer
    })
    await hold.arrived
    expect((await get(jwks())).status).toBe(200)
    expect(answered).toBe(false)
    hold.release()
    expect((await waiting).status).toBe(200)
    expect((await scene.tokensOf('ann')).status).toBe(200)
  })
})

test('Rotated keys leave old tokens without a key and sign the next ones', async () => {
  const { body } = await scene.tokensOf('ann')
  scene.cognito.rotateKeys()
  await expect(verified(body.id_token)).rejects.toThrow(errors.JWKSNoMatchingKey)
  await expect(verified((await scene.tokensOf('ann')).body.id_token)).resolves.toBeTruthy()
  expect((await scene.userInfo(body.access_token)).status).toBe(200)
})

test('A callback URL can be allowed late, for one client and no other', async () => {
  const late = 'https://bce1223c00000000000000000000000000000000.extensions.allizom.org/'
  const target = async () =>
    (await scene.newVisitor().travel(pkceRequest(scene.cognito.pool, { redirect_uri: late }).address)).address.pathname
  expect(await target()).toBe('/error')
  scene.cognito.allowRedirectUri('confluenceconfidential0001', late)
  expect(await target()).toBe('/error')
  scene.cognito.allowRedirectUri(publicClientId, late)
  expect(await target()).toBe('/login')
})

test('A pool without any callback URL refuses all until one is allowed', async () => {
  const bare = await cognitoScene({ publicRedirectUris: [] })
  const { address } = pkceRequest(bare.cognito.pool, { redirect_uri: callback })
  expect((await bare.world.fetch(address)).headers.get('location')).toContain('/error?error=redirect_mismatch')
  bare.cognito.allowRedirectUri(publicClientId, callback)
  bare.cognito.allowLogoutUri(callback)
  expect((await bare.world.fetch(address)).headers.get('location')).toContain('/login?')
  expect(
    (
      await bare.world.fetch(`https://${bare.cognito.pool.domainHost}/logout?client_id=${publicClientId}&logout_uri=${callback}`)
    ).headers.get('location'),
  ).toBe(callback)
  await bare.world.close()
})
