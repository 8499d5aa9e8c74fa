import { decodeProtectedHeader, type JWK } from 'jose'
import { headerChecks } from '../../src/session/header-checks'
import { signatureCheck } from '../../src/session/signature'

/** What our verifier says of a JWS whose payload is no ID token: its form, its header and its signature. */
export async function isSigned(jws: string, keys: readonly JWK[]): Promise<boolean> {
  if (!/^[\w-]+\.[\w-]*\.[\w-]*$/.test(jws)) return false
  const header = headerOf(jws)
  if (!header) return false
  const checks = [...headerChecks(header), await signatureCheck(jws, header, keys)]
  return checks.every(({ passed }) => passed)
}

function headerOf(jws: string) {
  try {
    return { ...decodeProtectedHeader(jws) }
  } catch {
    return undefined
  }
}
