import * as client from 'openid-client'
import { misbehavingOp } from '../session/misbehaving-op'
import { isAboutTwo, isRenewal, legalPath, pathOf, type RpCase } from './rp-cases'

const redirectUri = 'https://rp.example/callback'
const clientId = 'latchkey'
type Granted = Awaited<ReturnType<typeof client.refreshTokenGrant>>
const scope = 'openid email profile'

/**
 * Runs a case with openid-client as its documentation has it for public clients, signatures checked. `yes`: it did what we hold to be
 * right. `late`: it refused, but asked for more after the provider's fault. @see https://github.com/panva/openid-client
 */
export async function peerDoesRight(each: RpCase): Promise<'yes' | 'late' | 'no'> {
  const issuer = `https://op.example/${each.id}`
  const op = misbehavingOp(issuer, clientId, each.mutation)
  const isAccepted = await flow(each, op, issuer).then(
    () => true,
    () => false,
  )
  if (isAccepted !== (each.our_expect === 'accept')) return 'no'
  return isAboutTwo(each) || hasAsked(op.seen, legalPath(each)) ? 'yes' : 'late'
}

/** It may ask less than Latchkey, which reads the discovery document anew for a renewal. */
function hasAsked(seen: Parameters<typeof pathOf>[0], legal: readonly string[]): boolean {
  const once = (path: readonly string[]) => path.filter((endpoint, index) => endpoint !== 'discovery' || index === 0).join()
  return once(pathOf(seen)) === once(legal)
}

async function flow(each: RpCase, op: ReturnType<typeof misbehavingOp>, issuer: string): Promise<void> {
  const config = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
    [client.customFetch]: (address, init) => op.fetch(address, init as RequestInit),
    execute: [client.enableNonRepudiationChecks],
  })
  const tokens = await signIn(config, op)
  if (isRenewal(each)) await readUserInfo(config, await client.refreshTokenGrant(config, tokens.refresh_token ?? ''))
  if (isAboutTwo(each)) await signIn(config, op)
}

async function signIn(config: client.Configuration, op: ReturnType<typeof misbehavingOp>) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const code_challenge = await client.calculatePKCECodeChallenge(pkceCodeVerifier)
  const request = { redirect_uri: redirectUri, scope, state, nonce, code_challenge, code_challenge_method: 'S256' }
  const returned = new URL(op.visit(client.buildAuthorizationUrl(config, request).href))
  const tokens = await client.authorizationCodeGrant(config, returned, {
    pkceCodeVerifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  })
  await readUserInfo(config, tokens)
  return tokens
}

const readUserInfo = (config: client.Configuration, { access_token, claims }: Pick<Granted, 'access_token' | 'claims'>) =>
  client.fetchUserInfo(config, access_token, claims()?.sub ?? '')
