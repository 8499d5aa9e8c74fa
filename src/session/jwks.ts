import type { JWK } from 'jose'
import * as v from 'valibot'
import { ProblemError } from '../problem'
import { getJson } from './request'

const keySet = v.object({ keys: v.array(v.looseObject({ kty: v.string(), kid: v.optional(v.string()) })) })
const known = new Map<string, readonly JWK[]>()

/** An issuer's keys, from memory if they were read before. Rejects with a ProblemError. @see https://www.rfc-editor.org/rfc/rfc7517#section-5 */
export async function keysAt(address: string): Promise<readonly JWK[]> {
  return known.get(address) ?? freshKeysAt(address)
}

/** An issuer's keys as they are now: it may have changed them since. */
export async function freshKeysAt(address: string): Promise<readonly JWK[]> {
  const { status, body } = await getJson(address)
  const { success, output } = v.safeParse(keySet, body)
  if (!success) throw new ProblemError({ code: 'answer-unreadable', address, status })
  const keys = output.keys as readonly JWK[]
  known.set(address, keys)
  return keys
}
