/** A host's pages as browsers take them in a manifest. @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
const matchPattern = /^(?:https?|\*):\/\/(?:\*|(?:\*\.)?[^/*:]+(?::\d+)?)\/.*$/

/**
 * Hosts that an organisation build requires instead of asking for, from "https://wiki.acme.com/* https://acme.auth.…/*". Throws an Error
 * that names what is no match pattern: browsers pass over it, or refuse the whole extension.
 */
export function requiredHosts(text: string): readonly string[] {
  const hosts = text.split(/\s+/).filter(Boolean)
  const wrong = hosts.filter((host) => !matchPattern.test(host))
  if (wrong.length > 0) {
    throw new Error(`LATCHKEY_HOSTS takes match patterns, such as https://wiki.acme.com/*, and this is none: ${wrong.join(' ')}`)
  }
  return hosts
}
