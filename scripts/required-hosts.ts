/** A host's pages as browsers take them in a manifest. @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
const matchPattern = /^(https?|\*):\/\/(\*|(?:\*\.)?[^/*:]+)(?::\d+)?\/.*$/

/**
 * Hosts that an organisation build requires instead of asking for, from "https://wiki.acme.com/* https://acme.auth.…/*": each once, with all
 * of its ports and paths, since it is so that the extension asks whether it may act there. Throws an Error that names what is no match
 * pattern: browsers pass over it, or refuse the whole extension.
 */
export function requiredHosts(text: string): readonly string[] {
  const given = text.split(/\s+/).filter(Boolean)
  const wrong = given.filter((host) => !matchPattern.test(host))
  if (wrong.length > 0) {
    throw new Error(`LATCHKEY_HOSTS takes match patterns, such as https://wiki.acme.com/*, and this is none: ${wrong.join(' ')}`)
  }
  return [...new Set(given.map((host) => host.replace(matchPattern, '$1://$2/*')))]
}
