import { misbehavingOp } from '../../session/misbehaving-op'
import type { Mutation } from '../../session/mutation'
import type { Background } from './background'
import { type BrowserWorld, browserWorld } from './browser-world'

export const issuer = 'https://op.example/pool'
export const settings = {
  version: 1,
  sites: [],
  providers: [{ id: 'acme', kind: 'oidc', clientId: 'latchkey', endpoints: { issuer, logout: `${issuer}/logout` } }],
}

export interface PoolWorld extends BrowserWorld {
  readonly op: ReturnType<typeof misbehavingOp>
}

/** The same provider twice, under two names. */
export const two = { ...settings, providers: [...settings.providers, { ...settings.providers[0], id: 'other' }] }

/** The provider's name with something else behind it. */
export const changedTo = (over: object) => ({ ...settings, providers: [{ ...settings.providers[0], ...over }] })

/** The requests that an endpoint of the pool has seen. */
export const asked = ({ op }: PoolWorld, endpoint: string) => op.seen.filter((one) => one.endpoint === endpoint)

/** The refresh tokens that were revoked. */
export const revoked = (world: PoolWorld): readonly (string | null)[] => asked(world, 'revocation').map(({ form }) => form.get('token'))

/** Changes what is stored of the account in front: `undefined` takes something away. */
export function store(world: PoolWorld, over: object): void {
  const [account, ...others] = world.session['accounts:acme'] as readonly object[]
  world.session['accounts:acme'] = [JSON.parse(JSON.stringify({ ...account, ...over })) as object, ...others]
}

/** A world with one provider configured, at which somebody is signed in already: its page never asks anything. */
export function worldWithPool(mutations: readonly Mutation[] = []): PoolWorld {
  const op = misbehavingOp(issuer, 'latchkey', mutations)
  const showPage = async (url: string) => {
    const { pathname, searchParams } = new URL(url)
    return pathname.endsWith('/logout') ? (searchParams.get('post_logout_redirect_uri') ?? '') : op.visit(url)
  }
  return Object.assign(browserWorld(), { op, local: { settings }, fetch: op.fetch, showPage })
}

/** What is stored of the provider, for what a person would see of it. */
export function seen({ session, local }: BrowserWorld) {
  const accounts = (session['accounts:acme'] ?? []) as readonly Record<string, unknown>[]
  const attempt = session['sign-in:acme'] as
    | { phase: string; problem?: { code: string }; window?: number; tab?: { id: number } }
    | undefined
  return {
    isSignedIn: accounts.length > 0 && typeof accounts[0]?.['accessToken'] === 'string',
    accounts,
    phase: attempt?.phase,
    problem: attempt?.problem,
    window: attempt?.window,
    tab: attempt?.tab?.id,
    pending: Object.keys(session).filter((key) => key.startsWith('oidc.')),
    underway: Object.keys((local['underway'] as object | undefined) ?? {}),
  }
}

/** The person signs in in the tab that was opened for it: the browser is sent to the redirect address. */
export async function answerInTab({ events, until }: Background, world: PoolWorld): Promise<void> {
  const [[tabId, address] = []] = [...world.tabs]
  if (tabId === undefined || address === undefined) throw new Error('no tab')
  void events.request.say({ tabId, url: world.op.visit(address) } as never)
  await until(() => seen(world).phase !== 'running')
}

/** The session is at its end, and the browser wakes whoever wanted to know. `over` changes what is stored of it. */
export async function runOut({ events, until }: Background, world: PoolWorld, over: object = {}): Promise<void> {
  store(world, { expiresAt: Date.now() / 1000 + 1, ...over })
  delete world.alarms['expiry:acme']
  void events.alarm.say({ name: 'expiry:acme' } as never)
  await until(() => 'expiry:acme' in world.alarms)
}
