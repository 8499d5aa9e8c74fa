/** An address in a text, up to where mails, chats and markup end one. A bracket is part of it only around an IPv6 host. */
const address = /https?:\/\/(?:\[[\d.:a-f]*\])?[^\s<>"“”„«»`)\]]*/i
/** An address whose host is broken by a blank: what stands before it would be another host. */
const brokenHost = /^https?:\/\/(?:[^\s./:]+\.?\s+[\w-]+(?:\.[\w-]+)+|[^\s/]+\s+\.\w)/i
/** What people, sentences and configuration files put around a value. */
const [before, behind] = [/^[\s<({"'“”„‘’«»`*]+/, /(?<![\s>)}"'“”„‘’«»`*.,;])[\s>)}"'“”„‘’«»`*.,;]+$/]

/**
 * What is meant by a text that may have been copied out of a mail, a chat or a configuration file: the first address in it, or the text
 * without what stands around it. What cannot be seen is left out, and a scheme that was mistyped is mended.
 */
export function meantBy(text: string): string {
  const seen = text
    .replace(/\p{Cf}/gu, '')
    .replace(before, '')
    .replace(/^(?:(https?)(?::\/*|\/\/))+/i, '$1://')
  const found = address.exec(seen)
  const isWhole = found && !brokenHost.test(seen.slice(found.index))
  return (isWhole ? found[0] : seen).replace(behind, '')
}
