import { afterEach, describe, expect, test, vi } from 'vitest'
import cognito from '../../src/providers/cognito'
import oidc from '../../src/providers/oidc'
import { discoverMetadata } from '../../src/session/metadata'
import { settingsOf } from '../providers/provider'
import { oidcSettings } from './oidc-settings'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const domain = 'acme.auth-fips.us-gov-west-1.amazoncognito.com'
const settings = settingsOf({ id: 'acme', region: 'us-gov-west-1', userPoolId: 'us-gov-west-1_AbC', domain, clientId: '7abc' })
const issuers = cognito.issuersOf(settings)

/** The network, on which each form of the pool's issuer answers so: with its document, that it knows no such pool, or not at all, be it that it cannot be reached or that it is waited for in vain. */
function answering(how: readonly ('document' | 'unknown' | 'nothing' | 'silence')[], over: object = {}): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const index = issuers.findIndex((one) => address.startsWith(`${one}/`))
    if (how[index] === 'silence') throw new DOMException('signal timed out', 'TimeoutError')
    if (how[index] === 'unknown') return Response.json({ message: 'not found' }, { status: 404 })
    if (how[index] !== 'document') throw new TypeError('Failed to fetch')
    const at = (path: string) => `https://${domain}/oauth2/${path}`
    return Response.json({
      issuer: issuers[index],
      authorization_endpoint: at('authorize'),
      token_endpoint: at('token'),
      jwks_uri: `${issuers[index]}/.well-known/jwks.json`,
      ...over,
    })
  })
}

describe('a pool is looked for under every form of its issuer', () => {
  test('though one of the others does not answer', async () => {
    answering(['unknown', 'nothing', 'document', 'nothing'])
    await expect(discoverMetadata(settings, cognito)).resolves.toMatchObject({ issuer: issuers[2] })
  })

  test('though the first cannot be reached', async () => {
    answering(['nothing', 'unknown', 'document', 'unknown'])
    await expect(discoverMetadata(settings, cognito)).resolves.toMatchObject({ issuer: issuers[2] })
  })

  test('though the first, and another, is waited for in vain', async () => {
    answering(['silence', 'silence', 'document', 'unknown'])
    await expect(discoverMetadata(settings, cognito)).resolves.toMatchObject({ issuer: issuers[2] })
  })

  test('of which the first that has it counts, however late it says so', async () => {
    answering(issuers.map(() => 'document'))
    const { fetch } = globalThis
    let others = 0
    let answer: () => void = () => undefined
    const late = new Promise<void>((resolve) => (answer = resolve))
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
      if (address.startsWith(`${issuers[0]}/`)) await late
      else others += 1
      return fetch(address, init)
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const found = discoverMetadata(settings, cognito)
    await vi.advanceTimersByTimeAsync(1900)
    expect(others, 'it is heard alone for a while').toBe(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(others, 'nobody waits for its end before asking the others').toBe(issuers.length - 1)
    answer()
    await expect(found).resolves.toMatchObject({ issuer: issuers[0] })
  })

  test('and is not there where none has it', async () => {
    answering(['unknown', 'unknown', 'nothing', 'unknown'])
    await expect(discoverMetadata(settings, cognito)).rejects.toMatchObject({ problem: { code: 'pool-not-found', issuer: issuers[0] } })
  })

  test('unless nobody answers at all, which says nothing of the pool', async () => {
    answering([])
    await expect(discoverMetadata(settings, cognito)).rejects.toMatchObject({ problem: { code: 'provider-unreachable' } })
  })
})

test('an issuer that was entered with a slash at its end is the same pool’s', async () => {
  answering(['document'])
  const entered = { ...settings, endpoints: { ...settings.endpoints, issuer: `${issuers[0]}/` } }
  await expect(discoverMetadata(entered, cognito)).resolves.toMatchObject({ issuer: issuers[0] })
})

test('a pool whose first issuer answers at once is asked under no other', async () => {
  answering(issuers.map(() => 'document'))
  const asked = vi.fn(globalThis.fetch)
  vi.stubGlobal('fetch', asked)
  await discoverMetadata(settings, cognito)
  await new Promise((next) => setImmediate(next))
  expect(asked).toHaveBeenCalledTimes(1)
})

test.each([
  ['400', 400, 'pool-not-found'],
  ['404', 404, 'pool-not-found'],
  ['403, whatever it says', 403, 'answer-unreadable'],
])('an issuer that answers %s is no pool’s', async (_, status, code) => {
  const issuer = 'https://pool.example/x'
  const at = (path: string) => `https://login.pool.example/${path}`
  const document = { issuer, authorization_endpoint: at('authorize'), token_endpoint: at('token'), jwks_uri: `${issuer}/jwks` }
  vi.stubGlobal('fetch', async () => Response.json(document, { status }))
  const own = { ...settings, domain: '', endpoints: { ...settings.endpoints, issuer } }
  await expect(discoverMetadata(own, cognito)).rejects.toMatchObject({ problem: { code } })
})

test('an issuer with a slash at its end has its document behind one', async () => {
  const asked: string[] = []
  const issuer = 'https://op.example/'
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return Response.json({ issuer, authorization_endpoint: `${issuer}a`, token_endpoint: `${issuer}t`, jwks_uri: `${issuer}j` })
  })
  await expect(discoverMetadata(oidcSettings(issuer, 'latchkey'), oidc)).resolves.toMatchObject({ issuer })
  expect(asked).toEqual(['https://op.example/.well-known/openid-configuration'])
})

test('an endpoint that is published as null is not published', async () => {
  answering(['document'], { userinfo_endpoint: null, revocation_endpoint: null, authorization_response_iss_parameter_supported: null })
  const found = await discoverMetadata(settings, cognito)
  expect(found).toMatchObject({ namesItself: false })
  expect(found).not.toHaveProperty('userinfo')
})

test('an endpoint of the settings counts before the one that is published', async () => {
  const published = ['authorization', 'token', 'userinfo', 'revocation', 'end_session'].map((name) => [
    `${name}_endpoint`,
    `https://${domain}/${name}`,
  ])
  answering(['document'], Object.fromEntries(published))
  const at = (name: string) => `https://proxy.acme.example/${name}`
  const [authorization, token, jwks, userinfo, revocation, logout] = [
    'authorization',
    'token',
    'jwks',
    'userinfo',
    'revocation',
    'logout',
  ].map(at)
  const own = settingsOf({
    ...{ id: 'acme', region: 'us-gov-west-1', userPoolId: 'us-gov-west-1_AbC', domain, clientId: '7abc' },
    endpoints: { authorization, token, jwks, userinfo, revocation, logout },
  })
  const found = await discoverMetadata(own, cognito)
  expect(found).toMatchObject({ authorization, token, jwks, userinfo, revocation, endSession: logout })
})

test.each([
  ['authorization_endpoint', `https://somebody@${domain}/oauth2/authorize`],
  ['end_session_endpoint', 'bye'],
  ['end_session_endpoint', `http://${domain}/logout`],
])('nobody is sent to a %s at “%s”', async (name, address) => {
  answering(['document'], { [name]: address })
  await expect(discoverMetadata(settings, cognito)).rejects.toMatchObject({ problem: { code: 'answer-unreadable' } })
})

test.each([
  ['token_endpoint', `http://${domain}/oauth2/token`],
  ['userinfo_endpoint', `http://${domain}/oauth2/userInfo`],
  ['revocation_endpoint', `http://${domain}/oauth2/revoke`],
  ['token_endpoint', '/oauth2/token'],
  ['token_endpoint', ''],
  ['token_endpoint', `https://somebody@${domain}/oauth2/token`],
  ['userinfo_endpoint', `https://:secret@${domain}/oauth2/userInfo`],
])('codes and tokens are not sent to a %s at “%s”', async (name, address) => {
  answering(['document'], { [name]: address })
  await expect(discoverMetadata(settings, cognito)).rejects.toMatchObject({ problem: { code: 'answer-unreadable' } })
})

test('of an answer of more than 1 MiB nothing is read', async () => {
  answering(['document'], { more: 'x'.repeat(1024 * 1024) })
  await expect(discoverMetadata(settings, cognito)).rejects.toMatchObject({ problem: { code: 'answer-unreadable' } })
})

test.each(['http://op.example/jwks', 'https://somebody@op.example/jwks', 'jwks'])('no keys are read at “%s”', async (address) => {
  const issuer = 'https://op.example/pool'
  const document = { issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t`, jwks_uri: address }
  vi.stubGlobal('fetch', async () => Response.json(document))
  const found = discoverMetadata(oidcSettings(issuer, 'latchkey'), oidc)
  await expect(found).rejects.toMatchObject({ problem: { code: 'answer-unreadable' } })
})
