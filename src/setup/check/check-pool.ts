import type { Metadata } from '../../session/metadata'
import type { Trial } from '../../session/trial'
import type { CheckPorts, Pool, Subject } from './context'
import * as pool from './pool-steps'
import { skipped } from './result'
import * as signIn from './sign-in-steps'
import type { Steps } from './steps'

/** What the check of a pool has to do with. */
interface Way extends Steps {
  /** Id of the site's SSO app. */
  readonly app: string | undefined
  /** Hears a server's own time. */
  readonly hear: (there: number | undefined) => void
}

/** Checks the user pool, with a sign-in where the subject wants one. */
export async function checkPool(subject: Subject, ports: CheckPorts, way: Way): Promise<void> {
  const { run, leave } = way
  const one = subject.pool
  if (!one) return leave('pool', 'clock', 'no-pool')
  if (!(await run('pool', () => pool.settings(one)))) return leave('discovery', 'clock', 'needs-earlier')
  let found: pool.Published | undefined
  await run('discovery', async () => {
    found = await pool.published(one)
    return found.discovery
  })
  await run('issuer', () => found?.issuer ?? skipped('needs-earlier'))
  await run('domain', () => found?.domain ?? skipped('needs-earlier'))
  const metadata = found?.metadata
  if (!metadata) return leave('keys', 'clock', 'needs-earlier')
  way.hear(metadata.serverTime)
  await run('keys', () => pool.keys(metadata, ports))
  let answer: pool.Authorization | undefined
  await run('client', async () => {
    answer = await pool.authorization(one, metadata, ports)
    return answer.client
  })
  await run('scopes', () => answer?.scopes ?? skipped('needs-earlier'))
  if (!subject.withSignIn) leave('sign-in', 'logout', 'no-sign-in')
  else if (answer?.client.outcome === 'failed') leave('sign-in', 'logout', 'needs-earlier')
  else await checkSignIn({ ...subject, pool: one }, ports, { ...way, metadata })
  await run('logout', () => pool.logout(one, metadata, { site: subject.site, ports }))
}

async function checkSignIn(
  { site, pool: { settings } }: Subject & { readonly pool: Pool },
  ports: CheckPorts,
  { run, leave, app, metadata }: Way & { readonly metadata: Metadata },
): Promise<void> {
  let trial: Trial | undefined
  let judged: signIn.SignedIn | undefined
  await run('sign-in', async () => {
    trial = await ports.trySignIn(settings.id)
    judged = signIn.signedIn(trial, settings, metadata)
    return judged.signIn
  })
  if (!trial || !judged) return leave('token', 'logout', 'needs-earlier')
  const [{ token, signature, userInfo }, done] = [judged, trial]
  await run('token', () => token)
  await run('signature', () => signature)
  await run('userinfo', () => userInfo)
  if (site) await run('claims', () => signIn.claims(site, app, done, ports))
}
