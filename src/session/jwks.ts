import type { JWK } from 'jose'
import { ProblemError, problemOf } from '../problem'
import { isBag } from '../settings/bag'
import { getJson } from './get-json'

/** What one reading gave; `at` in seconds since the epoch. A reading under way is shared. */
interface Reading {
  readonly keys: Promise<readonly JWK[]>
  readonly at: number
}
const readings = new Map<string, Reading>()

/** Keys that an issuer has withdrawn are not trusted for longer than this, in seconds. */
const shelfLife = 600
/** Seconds between two readings on behalf of tokens that nobody is waiting for. */
const pause = 10

/** An issuer's keys, from memory if they were read lately. Rejects with a ProblemError. @see https://www.rfc-editor.org/rfc/rfc7517#section-5 */
export async function keysAt(address: string, now: number): Promise<readonly JWK[]> {
  const last = readings.get(address)
  return last && isWithin(shelfLife, last, now) ? last.keys : readAt(address, now)
}

/**
 * An issuer's keys as they are now, for a token that names one which is not among them: the issuer may just have changed them.
 * Whoever waits for a sign-in always gets a new reading; tokens with made-up keys cause one in ten seconds at most.
 */
export async function newKeysAt(address: string, now: number, isAwaited: boolean): Promise<readonly JWK[]> {
  const last = readings.get(address)
  return last && !isAwaited && isWithin(pause, last, now) ? last.keys : readAt(address, now)
}

const isWithin = (seconds: number, { at }: Reading, now: number): boolean => Math.abs(now - at) < seconds

function readAt(address: string, at: number): Promise<readonly JWK[]> {
  const reading = { keys: read(address), at }
  readings.set(address, reading)
  reading.keys.catch(() => {
    if (readings.get(address) === reading) readings.delete(address)
  })
  return reading.keys
}

/** Keys that are none are passed over, as RFC 7517 §5 has it. */
async function read(address: string): Promise<readonly JWK[]> {
  const { status, body } = await getJson(address).catch((cause: unknown) => unreachable(address, cause))
  const keys = isBag(body) && body['keys']
  if (status !== 200 || !Array.isArray(keys)) throw new ProblemError({ code: 'answer-unreadable', address, status })
  return keys.filter(isKey)
}

/** Whether something can be asked what key it is: what it says of itself, it says in the types of RFC 7517 §4. */
const isKey = (key: unknown): key is JWK =>
  isBag(key) && ['kty', 'kid', 'n', 'e'].every((name) => typeof (key[name] ?? '') === 'string') && Array.isArray(key['key_ops'] ?? [])

/** That nothing came is told of the keys; what came in their place is told as it is. */
function unreachable(address: string, cause: unknown): never {
  const { code } = problemOf(cause)
  throw code === 'provider-unreachable' || code === 'provider-busy'
    ? new ProblemError({ code: 'keys-unreachable', address }, { cause })
    : cause
}
