import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../people'
import { cognitoScene, type Scene } from './scene'

let scene: Scene
beforeAll(async () => {
  scene = await cognitoScene()
})
afterAll(() => scene.world.close())

/** The ID token, the access token and userInfo of one person. */
async function seen(username: string, scope = 'openid email phone profile') {
  const federated = people.find((one) => one.username === username)?.identity
  const { body } = await scene.tokensOf(username, { scope, identity_provider: federated?.providerName })
  const { body: info } = await scene.userInfo(body.access_token)
  return { id: decodeJwt(body.id_token), access: decodeJwt(body.access_token), info, body }
}

test('The ID token of the plain case has exactly these claims', async () => {
  const { id, body } = await seen('ann')
  expect(id).toEqual({
    at_hash: createHash('sha256').update(body.access_token).digest().subarray(0, 16).toString('base64url'),
    sub: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    'cognito:groups': ['dev', 'confluence-users'],
    iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
    'cognito:username': 'ann',
    nonce: 'a-nonce',
    aud: 'latchkeypublicclient000001',
    origin_jti: expect.any(String),
    event_id: expect.any(String),
    jti: expect.any(String),
    token_use: 'id',
    auth_time: expect.any(Number),
    iat: expect.any(Number),
    exp: expect.any(Number),
    email: 'ann@acme.example',
    email_verified: true,
    name: 'Ann Archer',
    given_name: 'Ann',
    family_name: 'Archer',
  })
  expect((id.exp ?? 0) - (id.iat ?? 0)).toBe(3600)
})

test('The access token of the plain case has exactly these claims', async () => {
  const { access, id } = await seen('ann', 'openid email')
  expect(access).toEqual({
    sub: id.sub,
    'cognito:groups': ['dev', 'confluence-users'],
    iss: id.iss,
    version: 2,
    client_id: 'latchkeypublicclient000001',
    origin_jti: id.origin_jti,
    event_id: id.event_id,
    token_use: 'access',
    scope: 'openid email',
    auth_time: id.auth_time,
    exp: id.exp,
    iat: id.iat,
    jti: expect.any(String),
    username: 'ann',
  })
})

test('userInfo has the attributes alone, as strings, and calls the name username', async () => {
  const { info, id } = await seen('ann')
  const { sub, email, name, given_name, family_name } = id
  expect(info).toEqual({ sub, username: 'ann', email, email_verified: 'true', name, given_name, family_name })
})

describe('the scopes decide on the attributes', () => {
  const attributes = (claims: object) =>
    Object.keys(claims)
      .filter((name) => /^(email|name|phone|custom:level|preferred)/.test(name))
      .sort()

  test.each([
    ['openid', ['email', 'email_verified', 'name', 'phone_number', 'phone_number_verified', 'preferred_username']],
    ['openid email', ['email', 'email_verified']],
    ['openid phone', ['phone_number', 'phone_number_verified']],
    ['openid profile', ['name', 'preferred_username']],
    ['openid email profile', ['email', 'email_verified', 'name', 'preferred_username']],
  ])('%s', async (scope, expected) => {
    const yara = people.find(({ signIn }) => signIn === 'yara@acme.example')
    const { id, info } = await seen(yara?.username ?? '', scope)
    expect([attributes(id), attributes(info)]).toEqual([expected, expected])
  })

  test('custom attributes come with openid alone and with profile', async () => {
    const scopes = ['openid', 'openid profile', 'openid email']
    const found = await Promise.all(scopes.map(async (scope) => attributes((await seen('olga', scope)).id).includes('custom:level')))
    expect(found).toEqual([true, true, false])
  })
})

describe('people', () => {
  test('all of them, at least twelve, can sign in and are told apart by sub', async () => {
    const subs = await Promise.all(people.map(async ({ username }) => (await seen(username)).id.sub))
    expect(new Set(subs).size).toBe(people.length)
    expect(people.length).toBeGreaterThanOrEqual(12)
  })

  test('in no group have no cognito:groups at all; in one, an array; in a hundred, all of them', async () => {
    const [none, one, hundred] = await Promise.all(['noah', 'uma', 'hundred'].map((name) => seen(name)))
    for (const token of [none?.id, none?.access]) expect(token).not.toHaveProperty('cognito:groups')
    expect(one?.id['cognito:groups']).toEqual(['dev-ops'])
    expect(hundred?.id['cognito:groups']).toHaveLength(100)
    expect(hundred?.body.id_token.length).toBeGreaterThan(4096)
  })

  test('from an identity provider have identities, a nonce of their own, and the group of the provider', async () => {
    const { id, info, access } = await seen('Google_105127360944558712039')
    expect(id['cognito:username']).toBe('Google_105127360944558712039')
    expect(id['cognito:groups']).toEqual(['eu-west-1_AbCdEf123_Google'])
    expect(id.identities).toMatchObject([
      { userId: '105127360944558712039', providerName: 'Google', issuer: null, primary: 'true', dateCreated: expect.any(String) },
    ])
    expect([id.email_verified, info.email_verified]).toEqual([false, 'false'])
    expect(JSON.parse(String(info.identities))).toEqual(id.identities)
    expect(access.username).toBe('Google_105127360944558712039')
    const { body } = await scene.tokensOf('Google_105127360944558712039', { identity_provider: 'Google', nonce: undefined })
    expect(decodeJwt(body.id_token)).toHaveProperty('nonce')
    expect(decodeJwt((await scene.tokensOf('ann', { nonce: undefined })).body.id_token)).not.toHaveProperty('nonce')
  })

  test('from SAML bring their groups as one string', async () => {
    const { id } = await seen('AcmeSaml_sam@acme.example')
    expect(id['custom:groups']).toBe('[dev, ops]')
  })

  test('keep their capitals, their missing e-mail and their own script', async () => {
    const [bob, nils, wang] = await Promise.all(['BOB', 'nils', 'wang'].map((name) => seen(name)))
    expect(bob?.id).toMatchObject({ 'cognito:username': 'BOB', email: 'BOB@ACME.EXAMPLE' })
    expect(nils?.id).not.toHaveProperty('email')
    expect(wang?.id).toMatchObject({ family_name: '王', 'cognito:groups': ['dev', 'équipe-été'] })
  })

  test('with roles have the preferred one named', async () => {
    const { id, access } = await seen('admin')
    expect(id['cognito:preferred_role']).toBe('arn:aws:iam::123456789012:role/wiki-admin')
    expect(id['cognito:roles']).toHaveLength(2)
    expect(access).not.toHaveProperty('cognito:roles')
  })

  test('with claims added by a trigger have them in the ID token, of every type, and not in userInfo', async () => {
    const { id, info } = await seen('olga')
    expect(id).toMatchObject({ tenant: { id: 7 }, level: 5, contractor: false, empty: [], 'custom:level': '5', 'custom:flag': 'true' })
    for (const name of ['groups', 'tenant', 'level', 'cognito:groups']) expect(info).not.toHaveProperty(name)
    expect(info['custom:flag']).toBe('true')
  })
})
