/** JSON for people to read. */
export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** JSON on one line and in ASCII alone: registry files and scripts are read in whatever code page the machine has. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * Text for an XML document, in an element or in an attribute. Control characters, which XML has no way to write, are left out; whatever
 * a reader might turn into a line feed is escaped: carriage returns and, as XML 1.1 and some readers have it, Unicode’s own line ends.
 * @see https://www.w3.org/TR/xml11/#sec-line-ends
 */
export const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\r\x85\u2028\u2029]/g, (letter) => `&#${letter.charCodeAt(0)};`)
