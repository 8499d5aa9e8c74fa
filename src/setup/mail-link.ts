/** Whose links hold the address that they lead to: mail filters and mail programs rewrite what stands in a mail. */
const wrappings: readonly [from: RegExp, within: (link: URL) => string | null | undefined][] = [
  [/^https:\/\/(?:[\w-]+\.safelinks\.protection\.outlook\.com|statics\.teams\.cdn\.office\.net)\//, parameter('url')],
  [/^https:\/\/www\.google\.com\/url\?/, parameter('q')],
  [/^https:\/\/linkprotect\.cudasvc\.com\//, parameter('a')],
  [/^https:\/\/urldefense\.(?:proofpoint\.)?com\/v2\//, (link) => proofpoint(parameter('u')(link) ?? '')],
  [/^https:\/\/urldefense\.(?:proofpoint\.)?com\/v3\//, ({ href }) => /\/v3\/__(.+)__;/.exec(href)?.[1]],
]

function parameter(name: string) {
  return ({ searchParams }: URL) => searchParams.get(name)
}

const proofpoint = (text: string): string => new URLSearchParams(`u=${text.replaceAll('-', '%').replaceAll('_', '/')}`).get('u') ?? ''

/** The address that a link out of a mail leads to, or the text as it is. */
export function behindMailLink(text: string): string {
  if (!URL.canParse(text)) return text
  const link = new URL(text)
  return wrappings.find(([from]) => from.test(link.href))?.[1](link) || text
}
