import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'

/** A clock that stands still: seconds since the epoch. */
export const now = 1_800_000_000

const pair = await generateKeyPair('RS256', { extractable: true })
/** The issuer's public keys. */
export const keys: readonly JWK[] = [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' }]

/** What a good ID token says. */
export const good = {
  iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
  aud: 'client1',
  sub: 'a3f1',
  exp: now + 3600,
  iat: now,
  auth_time: now,
  nonce: 'n1',
  token_use: 'id',
}

/** Signs claims as the issuer would. A header member that is undefined is left out. */
export const mint = (claims: object, header: object = {}, key: CryptoKey = pair.privateKey): Promise<string> =>
  mintText(JSON.stringify(claims), header, key)

/** Signs a payload as it stands. */
export const mintText = (payload: string, header: object = {}, key: CryptoKey = pair.privateKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key)

/** A key pair that is nobody's. */
export const stranger = await generateKeyPair('RS256')
