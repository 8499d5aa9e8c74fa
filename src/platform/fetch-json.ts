const seconds = 1000
const mebibyte = 1024 * 1024

/** Reads JSON from a site: at most 1 MiB within 10 s, without credentials and without being remembered. */
export async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(10 * seconds),
  })
  if (!response.ok || !response.body) throw new TypeError(`${response.status} from ${address}`)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for await (const chunk of chunksOf(response.body)) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > mebibyte) throw new RangeError(`more than 1 MiB from ${address}`)
  }
  return JSON.parse(text + decoder.decode()) as unknown
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}
