/** A host's pages as browsers take them in a manifest. @see https://developer.chrome.com/docs/extensions/develop/concepts/match-patterns */
const matchPattern = /^(https?|\*):\/\/(?:\*|(\*\.)?([^/*:]+))(?::\d+)?\/.*$/

/**
 * Hosts that an organisation build requires instead of asking for, from "https://wiki.acme.com/* https://acme.auth.…/*": each once, by the
 * name that browsers ask for, with all of its ports and paths, since it is so that the extension asks whether it may act there. Throws an
 * Error that names what is no match pattern: browsers pass over it, or refuse the whole extension.
 */
export function requiredHosts(text: string): readonly string[] {
  const given = text.split(/\s+/).filter(Boolean)
  const found = given.map((host) => ({ host, required: required(host) }))
  const wrong = found.filter(({ required }) => required === undefined).map(({ host }) => host)
  if (wrong.length > 0) {
    throw new Error(`LATCHKEY_HOSTS takes match patterns, such as https://wiki.acme.com/*, and this is none: ${wrong.join(' ')}`)
  }
  return [...new Set(found.flatMap(({ required }) => required ?? []))]
}

function required(host: string): string | undefined {
  const [, scheme, star = '', name] = matchPattern.exec(host) ?? []
  if (!scheme || name === undefined) return scheme && `${scheme}://*/*`
  const address = `https://${name}/`
  return URL.canParse(address) ? `${scheme}://${star}${new URL(address).hostname.replace(/\.$/, '')}/*` : undefined
}
