/** A text as the bytes of a file, with a byte-order mark in front. */
export function encoded(text: string, encoding: 'utf8' | 'utf16le' | 'utf16be'): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(`\ufeff${text}`, encoding === 'utf8' ? 'utf8' : 'utf16le')
  return new Uint8Array(encoding === 'utf16be' ? bytes.swap16() : bytes)
}
