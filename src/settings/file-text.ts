/**
 * The text of a settings file: UTF-8, or UTF-16 where its byte-order mark says so, as PowerShell and Windows' editors write it. Throws a
 * TypeError where it is neither. @see https://encoding.spec.whatwg.org/#bom-sniff
 */
export const fileText = (bytes: Uint8Array): string => new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
