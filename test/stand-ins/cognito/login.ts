import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { Context, Interaction, Middleware } from 'oidc-provider'
import { demoPassword, type Person } from '../people'
import type { Waiting } from './authorize'
import { loginPage, messagePage } from './pages'
import type { Pool } from './pool'
import type { Provider } from './quietly'

interface Desk {
  readonly pool: Pool
  readonly provider: InstanceType<typeof Provider>
}

const languages = ['de', 'en', 'es', 'fr', 'id', 'it', 'ja', 'ko', 'pt-BR', 'zh-CN', 'zh-TW']

/** `/login`: the form, and what it sends. @see AWS: The managed login sign-in endpoint */
export function login(desk: Desk, waiting: Waiting): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/login') return next()
    if (ctx.method === 'POST') return receive(ctx, desk)
    const requests = waiting.get(ctx.querystring) ?? []
    const uid = requests.find((request) => request === ctx.cookies.get('csrf-state')) ?? requests.at(-1) ?? ''
    const interaction = await desk.provider.Interaction.find(uid)
    if (interaction) return show(ctx, desk.pool, { uid, interaction })
    // Opened without the authorize endpoint: the same parameters are judged there first. Unverified: that a live session still gets
    // a page here ("continue as"); it gets the form, never a silent pass.
    const query = new URLSearchParams(ctx.querystring)
    query.set('prompt', 'login')
    ctx.redirect(`/oauth2/authorize?${query}`)
  }
}

interface Shown {
  uid: string
  interaction: Interaction
  username?: string
  error?: string
}

function show(ctx: Context, pool: Pool, { uid, interaction, username, error = '' }: Shown): void {
  const { params } = interaction
  const csrf = ctx.cookies.get('XSRF-TOKEN') ?? randomBytes(16).toString('hex')
  ctx.cookies.set('XSRF-TOKEN', csrf, { httpOnly: true, sameSite: 'lax' })
  if (languages.includes(params.lang ?? '')) ctx.cookies.set('lang', params.lang ?? null, { sameSite: 'lax' })
  const identityProvider = params.identity_provider === 'COGNITO' ? undefined : params.identity_provider
  ctx.status = error ? pool.wrongPasswordStatus : 200
  ctx.type = 'text/html; charset=utf-8'
  ctx.set('cache-control', 'no-cache, no-store, max-age=0, must-revalidate')
  const shown = { csrf, interaction: uid, username: username ?? params.login_hint ?? '', error, identityProvider }
  ctx.body = loginPage({ ...shown, action: `/login?${ctx.querystring}`, links: identityProvider ? [] : linksOf(ctx.querystring, pool) })
}

function linksOf(querystring: string, { people }: Pool) {
  const names = new Set(people.flatMap(({ identity }) => identity?.providerName ?? []))
  return [...names].map((name) => {
    const query = new URLSearchParams(querystring)
    query.set('identity_provider', name)
    return { name, address: `/oauth2/authorize?${query}` }
  })
}

async function receive(ctx: Context, { pool, provider }: Desk): Promise<void> {
  const form = new URLSearchParams(await text(ctx.req))
  const field = (name: string) => form.get(name) ?? ''
  const interaction = await provider.Interaction.find(field('interaction'))
  // Unverified: the status of this page, which ends a sign-in that took longer than five minutes, and that a wrong token leads here too.
  if (!interaction || !field('_csrf') || field('_csrf') !== ctx.cookies.get('XSRF-TOKEN')) {
    ctx.status = 400
    ctx.type = 'text/html; charset=utf-8'
    ctx.body = messagePage('Something went wrong')
    return
  }
  const username = field('username')
  const person = personWho(pool.people, { username, password: field('password'), provider: interaction.params.identity_provider })
  if (!person) return show(ctx, pool, { uid: field('interaction'), interaction, username, error: 'Incorrect username or password.' })
  await admit(ctx, provider, { person, interaction })
}

/** The pool's own form knows the pool's own people only: who comes from an identity provider has no password here. The provider's page, really another site, is played by the same form. */
function personWho(
  people: readonly Person[],
  typed: { username: string; password: string; provider: string | undefined },
): Person | undefined {
  const provider = typed.provider === 'COGNITO' ? undefined : typed.provider
  if (typed.password !== demoPassword) return undefined
  return people.find(({ signIn, identity }) => signIn === typed.username && identity?.providerName === provider)
}

async function admit(
  ctx: Context,
  provider: Desk['provider'],
  { person, interaction }: { person: Person; interaction: Interaction },
): Promise<void> {
  const session = await provider.Session.get(ctx)
  // Somebody else signs in over a living session: it becomes theirs without a question.
  if (session.accountId && session.accountId !== person.sub) {
    session.loginAccount({ accountId: person.sub })
    session.authorizations = undefined
    await session.persist()
  }
  interaction.result = { login: { accountId: person.sub } }
  await interaction.persist()
  // One redirect more than Cognito makes: oidc-provider sends the code from its own address.
  ctx.redirect(interaction.returnTo)
}
