import { vi } from 'vitest'
import { manifests } from '../../../src/hosts/manifests'
import cognito from '../../../src/providers/cognito'
import type { Claims } from '../../../src/session/session'
import { resolve } from '../../../src/settings/resolve'
import { check } from '../../../src/setup/check/check'
import type { CheckPorts, Subject } from '../../../src/setup/check/context'
import type { Result, Trail } from '../../../src/setup/check/result'
import type { StepName } from '../../../src/setup/check/steps'

export const baseUrl = 'https://wiki.acme.com/confluence/'
export const domain = 'acme.auth.eu-west-1.amazoncognito.com'
export const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_X1'
export const redirectUri = 'https://latchkey.chromiumapp.org/'
const siteClient = `client_id=9wiki&redirect_uri=${encodeURIComponent(`${baseUrl}plugins/servlet/oauth/callback`)}`

export const discovery = {
  issuer,
  authorization_endpoint: `https://${domain}/oauth2/authorize`,
  token_endpoint: `https://${domain}/oauth2/token`,
  userinfo_endpoint: `https://${domain}/oauth2/userInfo`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
}
export const now = 1_800_000_000
const key = { kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'a', e: 'AQAB', n: 'x'.repeat(342) }

/** What the pool's own addresses answer, by address. */
export const answers = (over: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  [`${issuer}/.well-known/openid-configuration`]: discovery,
  [`${issuer}/.well-known/jwks.json`]: { keys: [key, { ...key, kid: 'b' }] },
  ...over,
})

/** A site and a pool as people store them; members given take the place of these. */
export function subjectWith(site: object = {}, pool: object = {}): Subject {
  const provider = { id: 'acme', region: 'eu-west-1', userPoolId: 'eu-west-1_X1', domain, clientId: '7abc', ...pool }
  const mapping = { username: 'preferred_username', groups: { attribute: 'cognito:groups' } }
  const { settings } = resolve({ sites: [{ baseUrl, mapping, ...site }], providers: [provider] }, {})
  const [one] = settings.sites
  const [other] = settings.providers
  if (!one || !other) throw new TypeError('no settings')
  return { site: one, pool: { settings: other, provider: cognito }, withSignIn: true }
}

const checks = ['signature', 'iss', 'aud'].map((name) => ({ name, passed: true, wanted: '', found: `${name} found` }))
export const trial = {
  claims: { sub: '1', preferred_username: 'ann', 'cognito:groups': ['dev'] } as Claims,
  userInfo: { sub: '1' } as Claims,
  scopes: ['openid', 'email', 'profile'],
  verification: { verified: true, checks },
}

/** Where addresses lead when all is well. */
export function leads(address: string): Trail {
  const { pathname, searchParams } = new URL(address)
  if (pathname.endsWith('/oauth/auth')) {
    const authorize = `https://${domain}/oauth2/authorize?${siteClient}`
    return { addresses: [address, authorize, `https://${domain}/login?${siteClient}`], status: 200 }
  }
  if (pathname === '/logout') return { addresses: [address, searchParams.get('logout_uri') ?? ''], status: 0 }
  return { addresses: [address, `https://${domain}/login?${searchParams}`], status: 200 }
}

/** A browser in a world where everything is as it should be; members given take the place of these. */
export const portsWith = (over: Partial<CheckPorts> = {}): CheckPorts => ({
  manifests,
  redirectUri,
  now: () => now,
  isGranted: async () => true,
  get: async (address) =>
    address.endsWith('/manifest')
      ? { status: 200, text: '<typeId>confluence</typeId><version>9.2.2</version>', serverTime: now - 1 }
      : { failed: 'led-elsewhere' },
  follow: async (address) => leads(address),
  discover: async () => ({ asked: [], known: { ssoApp: 'miniorange', buttonText: 'Log in', backdoor: 'oauth_sso=false' }, from: 'x' }),
  known: async () => undefined,
  start: async () => `${baseUrl}plugins/servlet/oauth/auth`,
  trySignIn: async () => trial,
  spell: (claims) => Object.keys(claims),
  ...over,
})

/** Runs a check and gives how each step ended, in the order in which they did. `poolTime` is what the pool's clock says, if anything. */
export async function checked(
  subject: Subject,
  ports: CheckPorts,
  pool = answers(),
  poolTime?: number,
): Promise<ReadonlyMap<StepName, Result>> {
  vi.stubGlobal('fetch', async (address: string) => {
    if (!(address in pool)) throw new TypeError('Failed to fetch')
    const headers = poolTime === undefined ? {} : { date: new Date(poolTime * 1000).toUTCString() }
    return new Response(JSON.stringify(pool[address]), { status: pool[address] === undefined ? 404 : 200, headers })
  })
  const ended = new Map<StepName, Result>()
  await check(subject, ports, { begins: () => undefined, ends: (step, result) => void ended.set(step, result) })
  return ended
}
