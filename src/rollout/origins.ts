import { defaultOrigins } from './browsers'
import type { BrowserName, Origin } from './plan'

/** What an administrator may say of where browsers get the extension, in the order in which to ask for it. */
export const originFields = ['chromeId', 'chromeUrl', 'edgeId', 'edgeUrl', 'firefoxId', 'firefoxUrl'] as const
/** One of those fields. */
export type OriginField = (typeof originFields)[number]

/** What was said of it; whatever is empty is the store's. */
export type Given = Readonly<Partial<Record<OriginField, string>>>

/** Why something that was given will not do. The words for each stand in `ui/`. */
type OriginComplaint = 'not-an-extension-id' | 'not-a-download-address'

/** What is wrong with what was given for one field, or undefined. */
export function wrongOrigin(field: OriginField, value: string): OriginComplaint | undefined {
  if (!value) return undefined
  if (field.endsWith('Url'))
    return /^(https|file):\/\/|^http:\/\/localhost[:/]/.test(value) && URL.canParse(value) ? undefined : 'not-a-download-address'
  const shape = field === 'firefoxId' ? /^(\{[0-9a-f-]{36}\}|[\w.-]*@[\w.-]+)$/i : /^[a-p]{32}$/
  return shape.test(value) ? undefined : 'not-an-extension-id'
}

/** Where browsers get the extension, by addresses in ASCII alone. A store's package lies under the extension's id in Firefox. */
export function originsFrom(given: Given): Readonly<Record<BrowserName, Origin>> {
  const origin = (browser: BrowserName): Origin => {
    const { id, url } = defaultOrigins[browser]
    const wanted = given[`${browser}Id`] || id
    return { id: wanted, url: new URL(given[`${browser}Url`] || url.replace(id, wanted)).href }
  }
  return { chrome: origin('chrome'), edge: origin('edge'), firefox: origin('firefox') }
}
