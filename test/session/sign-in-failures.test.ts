import { describe, expect, test } from 'vitest'
import { type Problem, ProblemError } from '../../src/problem'
import type { PageSeen, SignInPorts as Ports } from '../../src/session/ports'
import { callback, type Scene } from '../stand-ins/cognito/scene'
import { failing } from './browser-ports'
import { cognitoAttempts } from './cognito-attempts'

const { attempt, cognito, person, visited } = cognitoAttempts()

test.each<[string, object, string]>([
  ['a missing client id', { clientId: '' }, 'not-configured'],
  ['a region that is not the pool’s', { region: 'us-east-1' }, 'region-differs'],
  ['another domain than the pool’s', { domain: 'other.auth.eu-west-1.amazoncognito.com' }, 'domain-differs'],
  ['an address that does not answer', { endpoints: { issuer: 'https://nobody.acme.example/pool' } }, 'answer-unreadable'],
  ['a scope that the client may not ask for', { scopes: ['groups'] }, 'scope-refused'],
  ['an e-mail domain that is not allowed', { allowedDomains: ['other.example'] }, 'email-domain-not-allowed'],
])('%s has its own words', async (_, over, code) => {
  expect((await attempt(over)).outcome).toMatchObject({ problem: { code } })
})

test('a client with a secret is told from other refusals', async () => {
  const confidential = cognito().pool.clients[1]
  cognito().allowRedirectUri(confidential?.id ?? '', callback)
  expect((await attempt({ clientId: confidential?.id })).outcome).toMatchObject({ problem: { code: 'client-has-secret' } })
  expect(visited('/oauth2/token'), 'a code is never sent twice').toBe(1)
})

const host = 'https://acme.auth.eu-west-1.amazoncognito.com'

/** A window that waits until it is known that the page is worth showing. */
const firefox =
  (visit = person('ann')): Ports['openAuthWindow'] =>
  async (url, { ready }) => {
    await ready?.()
    return visit(url)
  }

test.each<[string, string, Partial<PageSeen>, string]>([
  ['a callback that is not registered', '/error?error=redirect_mismatch&client_id=x', {}, 'redirect-mismatch'],
  ['a client that the pool does not know', '/error?error=invalid_request&client_id=x', {}, 'unknown-client'],
  ['a client without login pages', '/login', { status: 403, text: 'Login pages unavailable.' }, 'login-pages-unavailable'],
])('%s is why the browser shows nothing', async (_, path, page, code) => {
  const preflight = async () => ({ status: 400, url: host + path, ...page })
  const shown: string[] = []
  const visit = (url: string) => {
    shown.push(url)
    return person('ann')(url)
  }
  // As Firefox, which would show an error page, and as Chrome, which gives up by itself.
  for (const openAuthWindow of [firefox(visit), failing('sign-in-page-failed')]) {
    const { outcome, kept } = await attempt({}, visit, { preflight, openAuthWindow })
    expect(outcome).toMatchObject({ problem: { code } })
    expect(kept.size).toBe(0)
  }
  expect(shown).toEqual([])
})

test('what is wrong for us alone, who ask without cookies, keeps nobody out for whom it is right', async () => {
  const preflight = async () => ({ status: 403, url: `${host}/login`, text: 'Login pages unavailable.' })
  expect((await attempt({}, person('ann'), { preflight, openAuthWindow: quiet })).outcome).toHaveProperty('session')
})

/** A window that nobody sees, because they are signed in already: what is found out of its page comes too late. */
const quiet: Ports['openAuthWindow'] = async (url, { ready }) => {
  ready?.().catch(() => undefined)
  return person('ann')(url)
}

test('where a page is shown and answers, nobody looks at it beside the browser', async () => {
  const looks: string[] = []
  const preflight = async (url: string) => void looks.push(url)
  expect((await attempt({}, person('ann'), { preflight })).outcome).toHaveProperty('session')
  expect(looks).toEqual([])
})

test('however many want to know what is wrong with a page, it is looked at once', async () => {
  const looks: string[] = []
  const preflight = async (url: string) => void looks.push(url)
  const openAuthWindow: Ports['openAuthWindow'] = async (_, { ready }) => {
    await ready?.()
    throw new ProblemError({ code: 'sign-in-page-failed', domain: 'x', callback, clientId: 'x' })
  }
  expect((await attempt({}, person('ann'), { preflight, openAuthWindow })).outcome).toMatchObject({
    problem: { code: 'sign-in-page-failed' },
  })
  expect(looks).toHaveLength(1)
})

test('a look that never ends keeps nobody waiting who is signed in already', async () => {
  const never = { preflight: () => new Promise<never>(() => {}), openAuthWindow: quiet }
  expect((await attempt({}, person('ann'), never)).outcome).toHaveProperty('session')
})

test.each([403, 405, 500])(
  'an error page with status %i that nobody knows keeps no window from opening: it may be for us alone',
  async (status) => {
    const preflight = async () => ({ status, url: `${host}/oauth2/authorize` })
    const { outcome } = await attempt({}, person('ann'), { preflight, openAuthWindow: firefox() })
    expect(outcome).toHaveProperty('session')
  },
)

describe('a page in the window that never comes back is noticed while it is shown, and is why when the window closes', () => {
  const page = (path: string, status: number): PageSeen => ({ url: host + path, status })
  const loginPage = page('/login?client_id=x', 200)
  test.each<[string, readonly PageSeen[], string, string]>([
    ['the callback is not registered', [page('/error?error=redirect_mismatch', 400)], 'sign-in-cancelled', 'redirect-mismatch'],
    [
      'the federated round trip was lost',
      [loginPage, page('/error?error=Invalid%20state', 400)],
      'sign-in-broke-off',
      'sign-in-page-stale',
    ],
    ['the provider behind the pool failed', [loginPage, page('/error?code=1', 400)], 'sign-in-cancelled', 'identity-provider-failed'],
    ['nobody knows the first page', [page('/oauth2/authorize', 418)], 'sign-in-page-failed', 'sign-in-page-failed'],
    ['nobody knows a later page', [loginPage, page('/login', 400)], 'sign-in-cancelled', 'sign-in-broke-off'],
    ['the server is overloaded', [page('/login', 503)], 'sign-in-page-failed', 'provider-busy'],
    ['there is no such host', [{ url: `${host}/`, failed: 'no-such-host' }], 'sign-in-page-failed', 'domain-not-found'],
    ['the host does not answer', [{ url: `${host}/`, failed: 'no-connection' }], 'sign-in-cancelled', 'provider-unreachable'],
    ['the person has found the way back', [page('/login', 400), loginPage], 'sign-in-cancelled', 'sign-in-cancelled'],
  ])('%s', async (_, pages, ending, code) => {
    const noticed: (Problem | undefined)[] = []
    const openAuthWindow: Ports['openAuthWindow'] = async (_url, { onPage }) => {
      for (const one of pages) onPage(one)
      throw new ProblemError({ code: ending } as Problem)
    }
    const { outcome, kept } = await attempt({}, person('ann'), { openAuthWindow, noticed: (problem) => void noticed.push(problem) })
    expect(outcome).toMatchObject({ problem: { code } })
    expect(noticed).toHaveLength(pages.length)
    expect(noticed.at(-1)?.code, 'while it is shown').toBe(code === 'sign-in-cancelled' ? undefined : code)
    expect(kept.size).toBe(0)
  })
})

describe('the clock', () => {
  const now = () => Date.now() / 1000
  const tokenOf = (seconds: number) => {
    const at = Math.floor(now()) + seconds
    return { payload: { iat: at, nbf: at, auth_time: at, exp: at + 3600 } }
  }
  test.each<[string, number, number, object]>([
    ['that is 12 minutes behind the server’s is named with its amount', 720, 720, { code: 'clock-wrong', seconds: -720 }],
    ['that is five minutes behind is', 300, 300, { code: 'clock-wrong', seconds: -300 }],
    ['that is five minutes ahead is, though no token has run out', -300, -300, { code: 'clock-wrong', seconds: 300 }],
    ['that is a day ahead is named with its amount', -86_400, -86_400, { code: 'clock-wrong', seconds: 86_400 }],
    [
      'that the server shares is not to blame for a token at the wrong time',
      720,
      0,
      { code: 'token-refused', failed: ['iat', 'nbf', 'auth_time'] },
    ],
    ['that is a minute behind is as good as the server’s', 720, 60, { code: 'token-refused', failed: ['iat', 'nbf', 'auth_time'] }],
    ['that is a second more behind is not', 720, 61, { code: 'clock-wrong', seconds: -61 }],
  ])('%s', async (_, tokens, server, problem) => {
    const undo = cognito().mischief.spoilIdTokens(tokenOf(tokens))
    const at = Math.floor(now())
    const preflight = async (url: string) => ({ url, status: 200, serverTime: at + server })
    const { outcome } = await attempt({}, person('ann'), { preflight, now: () => at })
    undo()
    expect(outcome).toMatchObject({ problem, unverified: { verification: { verified: false } } })
  })

  test.each<[string, number, object]>([
    ['is not called ahead by as long as somebody sits at the page', 0, { code: 'token-refused' }],
    ['that is set ten minutes ahead meanwhile is named with its amount', 600, { code: 'clock-wrong', seconds: 600 }],
  ])('%s', async (_, jump, problem) => {
    const undo = cognito().mischief.spoilIdTokens(tokenOf(-600))
    let [passed, isShown] = [0, false]
    const visit = async (url: string) => {
      ;[passed, isShown] = [300, true]
      return person('ann')(url)
    }
    const at = Math.floor(now())
    const preflight = async (url: string) => ({ url, status: 200, serverTime: at + passed })
    const ports = { preflight, openAuthWindow: firefox(visit), now: () => at + passed + (isShown ? jump : 0) }
    const { outcome } = await attempt({}, visit, ports)
    undo()
    expect(outcome).toMatchObject({ problem })
  })

  test('that is wrong is not to blame for a token that somebody else signed', async () => {
    const undo = cognito().mischief.spoilIdTokens({ ...tokenOf(720), signature: 'stranger' })
    const preflight = async (url: string) => ({ url, status: 200, serverTime: now() + 720 })
    expect((await attempt({}, person('ann'), { preflight })).outcome).toMatchObject({ problem: { code: 'token-refused' } })
    undo()
  })

  test('up to a minute of difference is allowed for, either way', async () => {
    for (const seconds of [-59, 59]) {
      const undo = cognito().mischief.spoilIdTokens(tokenOf(seconds))
      expect((await attempt()).outcome).toHaveProperty('session')
      undo()
    }
  })
})

test.each(['sign-in-cancelled', 'sign-in-busy'] as const)('a window that ends with %s says so and leaves nothing behind', async (code) => {
  const { outcome, kept } = await attempt({}, failing(code))
  expect(outcome).toEqual({ problem: { code } })
  expect(kept.size).toBe(0)
})

test.each<[string, (answer: URL) => void]>([
  ['another state', ({ searchParams }) => searchParams.set('state', 'x')],
  ['no state', ({ searchParams }) => searchParams.delete('state')],
  ['two states', ({ searchParams }) => searchParams.append('state', 'x')],
  ['another issuer’s name', ({ searchParams }) => searchParams.set('iss', 'https://evil.example')],
  ['another path', (answer) => void Object.assign(answer, { pathname: '/other' })],
])('an answer with %s is not ours, and no token is asked for', async (_, spoil) => {
  const { outcome } = await attempt({}, async (url) => {
    const answer = new URL(await person('ann')(url))
    spoil(answer)
    return answer.href
  })
  expect(outcome).toMatchObject({ problem: { code: 'answer-not-ours' } })
  expect(visited('/oauth2/token')).toBe(0)
})

test.each<[string, Parameters<Scene['cognito']['mischief']['fault']>, string]>([
  ['discovery answers with a page of a hotel’s network', ['discovery', { status: 200, body: '<html>Welcome' }], 'answer-unreadable'],
  ['discovery is busy, twice', ['discovery', { status: 503 }, 2], 'provider-busy'],
  ['the pool does not exist', ['discovery', { status: 404, body: '{}' }], 'pool-not-found'],
  // Twice ahead of the token, and twice for it where the first reading had failed by then.
  ['the line to the keys stays cut', ['jwks', { cut: true }, 4], 'keys-unreachable'],
  ['the keys’ server stays busy', ['jwks', { status: 429 }, 4], 'keys-unreachable'],
  ['a page comes in place of the keys, each time', ['jwks', { status: 200, body: '<html>' }, 4], 'answer-unreadable'],
  ['the token endpoint is busy', ['token', { status: 503 }], 'provider-busy'],
  ['the token endpoint refuses the code', ['token', { status: 400, body: { error: 'invalid_grant' } }], 'code-refused'],
  ['the line is cut on the way to the tokens', ['token', { cut: true }], 'provider-unreachable'],
  ['the token endpoint answers with a page', ['token', { status: 200, body: '<html>' }], 'answer-unreadable'],
])('when %s, that is what is said', async (_, fault, code) => {
  cognito().rotateKeys() // so that keys are asked for at all
  const undo = cognito().mischief.fault(...fault)
  const { outcome, kept } = await attempt()
  undo()
  expect(outcome).toMatchObject({ problem: { code } })
  expect(JSON.stringify(outcome)).not.toMatch(/eyJ|code=/)
  expect(kept.size).toBe(0)
  expect(visited('/oauth2/token')).toBeLessThanOrEqual(1)
})

test('a token that is to last longer than there are dates lasts until the last of them, which every page can show', async () => {
  const undo = cognito().mischief.spoilIdTokens({ payload: { exp: 1e13 } })
  const { outcome } = await attempt()
  undo()
  expect('session' in outcome && new Date(outcome.session.expiresAt * 1000).getFullYear()).toBe(275_760)
})

test('what is no text in a refusal of the token endpoint is shown to nobody', async () => {
  const undo = cognito().mischief.fault('token', { status: 400, body: { error: { toString: 1 }, error_description: ['x'] } })
  const { outcome } = await attempt()
  undo()
  expect(outcome).toEqual({ problem: { code: 'provider-refused', error: 'unknown' } })
})

test('without a window as well it is found out why nobody can be signed in', async () => {
  const preflight = async () => ({ status: 400, url: `${host}/error?error=invalid_request` })
  const window: Ports['openAuthWindow'] = () => Promise.reject(new ProblemError({ code: 'login-required' }))
  const { outcome } = await attempt({}, person('ann'), { preflight, openAuthWindow: window }, { interactive: false })
  expect(outcome).toMatchObject({ problem: { code: 'unknown-client' } })
})

test('a look that fails says nothing of the page', async () => {
  const preflight = () => Promise.reject(new Error('no tab'))
  const { outcome } = await attempt({}, failing('sign-in-page-failed'), { preflight })
  expect(outcome).toMatchObject({ problem: { code: 'sign-in-page-failed' } })
})

test('what ends a sign-in for a reason of its own is not put down to the page that stood there', async () => {
  const openAuthWindow: Ports['openAuthWindow'] = async (_, { onPage }) => {
    onPage({ url: `${host}/error?error=redirect_mismatch`, status: 400 })
    throw new ProblemError({ code: 'private-window' })
  }
  expect((await attempt({}, person('ann'), { openAuthWindow })).outcome).toEqual({ problem: { code: 'private-window' } })
})

test('a page of another host is none of Cognito’s, whatever its address says', async () => {
  const preflight = async () => ({ status: 400, url: 'https://idp.acme.example/error?error=invalid_request' })
  const { outcome } = await attempt({}, failing('sign-in-page-failed'), { preflight })
  expect(outcome).toMatchObject({ problem: { code: 'sign-in-page-failed' } })
})

test('one busy moment of discovery is got over', async () => {
  const undo = cognito().mischief.fault('discovery', { status: 503 })
  expect((await attempt()).outcome).toHaveProperty('session')
  undo()
})

test('userInfo that fails is no reason to refuse a verified login; of somebody else it is', async () => {
  const undo = cognito().mischief.fault('userInfo', { status: 500 }, 2)
  expect((await attempt()).outcome).toMatchObject({ session: { verification: { verified: true } } })
  undo()
  for (const [status, body] of [
    [403, '{"sub":"somebody else"}'],
    [200, '[{"sub":"somebody else"}]'],
  ] as const) {
    const spoilt = cognito().mischief.fault('userInfo', { status, body })
    const { outcome } = await attempt()
    expect('session' in outcome && outcome.session.userInfo, `${status}: ${body}`).toBeUndefined()
    spoilt()
  }
  const stranger = cognito().mischief.fault('userInfo', { status: 200, body: '{"sub":"somebody else"}' })
  const { outcome } = await attempt()
  expect(outcome).toMatchObject({ problem: { code: 'userinfo-of-somebody-else' }, unverified: { verification: { verified: false } } })
  const failed = 'unverified' in outcome ? outcome.unverified?.verification.checks.filter(({ passed }) => !passed) : []
  expect(failed?.map(({ name, found }) => [name, found])).toEqual([['userinfo_sub', 'somebody else']])
  stranger()
})
