import { base64url } from 'jose'

/** What a compact JWS says, as it is written there; empty where it cannot be read. */
export function payloadOf(jwt: string): string {
  try {
    return new TextDecoder().decode(base64url.decode(jwt.split('.')[1] ?? ''))
  } catch {
    return ''
  }
}
