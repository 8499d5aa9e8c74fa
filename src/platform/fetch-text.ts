import type { Reply } from '../setup/reply'

/** As much as any answer of a site may weigh, in bytes, and take, in milliseconds. */
export const limits = [1024 * 1024, 10_000] as const

/**
 * Whatever an address answers, as text: `most` bytes of it, within so many milliseconds, without redirects, and without credentials
 * unless they are meant. Never rejects. Runs in pages as well, where it has nothing but its arguments.
 */
export async function fetchText(address: string, most: number, within: number, credentials: RequestCredentials = 'omit'): Promise<Reply> {
  const late = AbortSignal.timeout(within)
  try {
    const response = await fetch(address, {
      credentials,
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'same-origin',
      signal: late,
    })
    if (response.type === 'opaqueredirect') return { failed: 'led-elsewhere' }
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    let [text, bytes] = ['', 0]
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      bytes += next.value.byteLength
      if (bytes > most) {
        void reader?.cancel()
        return { failed: 'too-large' }
      }
      text += decoder.decode(next.value, { stream: true })
    }
    const date = response.headers.get('date')
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, text: text + decoder.decode(), ...(date && { date }) }
  } catch {
    return { failed: late.aborted ? 'too-slow' : 'no-connection' }
  }
}
