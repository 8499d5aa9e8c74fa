import type { PageSeen } from '../session/ports'
import { isGranted } from './grants'

const seconds = 1000
const enough = 64 * 1024 // characters

/**
 * Asks a sign-in address without cookies, to learn what a person would see: browsers hide an error page from us and Chrome from
 * the person too. Undefined where the host was not granted or nothing answered, which is then found out in the window.
 */
export async function preflight(url: string): Promise<PageSeen | undefined> {
  if (!(await isGranted(url))) return undefined
  return look(url).catch(() => undefined)
}

async function look(url: string): Promise<PageSeen> {
  const answer = await fetch(url, { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(5 * seconds) })
  const serverTime = Date.parse(answer.headers.get('date') ?? '') / seconds
  // Only an error page is worth reading.
  const text = answer.ok ? void (await answer.body?.cancel()) : (await answer.text()).slice(0, enough)
  return { status: answer.status, url: answer.url, ...(text && { text }), ...(serverTime && { serverTime }) }
}
