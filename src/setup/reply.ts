/** Why a question brought nothing that could be read. `forbidden` is 403, `not-there` 404, `status` any other that is no success. */
export type Failure =
  | 'forbidden'
  | 'not-there'
  | 'status'
  | 'html'
  | 'not-json'
  | 'empty'
  | 'too-large'
  | 'too-slow'
  | 'no-connection'
  | 'led-elsewhere'
  | 'not-granted'

/** What came over the wire, unread. */
export type Reply =
  | { readonly status: number; readonly type: string; readonly text: string; readonly date?: string }
  | { readonly failed: 'too-large' | 'too-slow' | 'no-connection' | 'led-elsewhere' }

/** The JSON in a reply, or why there is none. */
export type JsonAnswer = { readonly json: unknown } | { readonly failed: Failure; readonly status?: number }

/** Reads a reply as JSON. Never throws: anything may have answered. */
export function jsonIn(reply: Reply): JsonAnswer {
  if ('failed' in reply) return reply
  const { status, type, text } = reply
  if (status === 403) return { failed: 'forbidden', status }
  if (status === 404) return { failed: 'not-there', status }
  if (status < 200 || status > 299) return { failed: 'status', status }
  if (text.trim() === '') return { failed: 'empty' }
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return { failed: /html/i.test(type) || /^\s*</.test(text) ? 'html' : 'not-json' }
  }
}
