import { foundStart, type KnownApp } from '../login-page/door-of-site'
import type { SiteSettings } from '../settings/catalog'
import { ssoApps } from '../sso-apps'

/** One thing that was found out about a site. */
interface Fact {
  readonly label: 'foundStart' | 'foundButton' | 'foundBackdoor' | 'foundRedirects'
  /** As the site has it; or a message, where there is no value to show. */
  readonly value: { readonly text: string } | { readonly message: 'foundUntold' | 'foundOff' | 'foundYes' | 'foundNo' }
  /** The site did not say so: every site of this app has it like this. */
  readonly isUsual?: boolean
}

/** What was found out about a site beside its SSO app, in the order in which it is shown. */
export function factsOf(known: KnownApp, { baseUrl }: Pick<SiteSettings, 'baseUrl'>): readonly Fact[] {
  const app = ssoApps.find(({ id }) => id === known.ssoApp)
  const start = foundStart(baseUrl, known, app)
  const untold = { message: 'foundUntold' } as const
  return [
    ...(known.choices ? [] : [fact('foundStart', start, !known.start)]),
    ...(known.choices ? [] : [fact('foundButton', known.buttonText)]),
    known.backdoor === null
      ? { label: 'foundBackdoor', value: { message: 'foundOff' } }
      : fact('foundBackdoor', known.backdoor ?? app?.backdoor, !known.backdoor),
    {
      label: 'foundRedirects',
      value: known.serverRedirects === undefined ? untold : { message: known.serverRedirects ? 'foundYes' : 'foundNo' },
    },
  ]
}

const fact = (label: Fact['label'], text: string | undefined, isUsual = false): Fact =>
  text ? { label, value: { text }, isUsual } : { label, value: { message: 'foundUntold' } }

/** Settings of a site, by their paths in its entry, that count in the place of what was found out. */
export function overrulingOf({ ssoApp, startUrl, buttonText, backdoor }: SiteSettings, known: KnownApp): readonly string[] {
  const isChoice = known.choices?.some(({ start }) => start === startUrl)
  return [
    ...(ssoApp !== 'auto' && ssoApp !== known.ssoApp ? ['ssoApp'] : []),
    ...(startUrl && !isChoice ? ['startUrl'] : []),
    ...(buttonText ? ['buttonText'] : []),
    ...(backdoor.parameter ? ['backdoor.parameter'] : []),
  ]
}
