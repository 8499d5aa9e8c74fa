import type { Site } from './exchange'

/** Claims of an ID token, or why there are none. */
export type Redeemed = { readonly claims: Readonly<Record<string, unknown>> } | { readonly error: string }

/** Redeems a code at the token endpoint. `secret`: how the client proves itself. */
export async function redeem(
  { settings: { oidc }, fetch }: Site,
  { code, redirectUri, secret }: { code: string; redirectUri: string; secret: 'body' | 'basic' },
): Promise<Redeemed> {
  const form = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
  if (secret === 'basic') headers.authorization = `Basic ${btoa(`${oidc.clientId}:${oidc.clientSecret}`)}`
  else {
    form.set('client_id', oidc.clientId)
    form.set('client_secret', oidc.clientSecret)
  }
  const response = await fetch(oidc.tokenUrl, { method: 'POST', headers, body: form.toString() })
  const answer: { id_token?: string; error?: string } = JSON.parse((await response.text()) || '{}')
  return answer.id_token ? { claims: payloadOf(answer.id_token) } : { error: answer.error ?? `HTTP ${response.status}` }
}

/** The signature stays unread: checking it is an option in the one app, and the token came straight from the issuer in both. */
function payloadOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
}
