import { chromiumBrowsers, isSelfHosted } from './browsers'
import type { Origin, Plan } from './plan'
import { prettyJson, xmlText } from './text'

/** The address of a file in the same folder as another one. */
export const beside = (address: string, name: string): string => new URL(name, address).href

/** Names of the packages, as `npm run package` makes them. */
const packageNames = (version: string) => ({ crx: `latchkey-${version}.crx`, xpi: `latchkey-${version}.xpi` })

/** Origins of Chrome and Edge that are a server of one's own, each extension id once: one package may serve both browsers. */
const ownServers = ({ origins }: Plan): readonly Origin[] => {
  const own = chromiumBrowsers.flatMap(({ name }) => (isSelfHosted(name, origins[name]) ? [origins[name]] : []))
  return own.filter(({ id }, index) => own.findIndex((one) => one.id === id) === index)
}

/**
 * What Chrome and Edge ask a server of one's own for: which version there is of each extension, and where. Undefined where both take
 * it from their stores. @see https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux
 */
export function chromiumUpdates(plan: Plan): string | undefined {
  const apps = ownServers(plan).map(({ id, url }) => appElement(id, beside(url, packageNames(plan.version).crx), plan.version))
  if (apps.length === 0) return undefined
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
${apps.join('\n')}
</gupdate>
`
}

const appElement = (id: string, codebase: string, version: string): string => `  <app appid="${id}">
    <updatecheck codebase="${xmlText(codebase)}" version="${version}"/>
  </app>`

/** The same for Firefox. @see https://extensionworkshop.com/documentation/manage/updating-your-extension/ */
export const firefoxUpdates = ({ version, origins: { firefox } }: Plan): string =>
  prettyJson({ addons: { [firefox.id]: { updates: [{ version, update_link: beside(firefox.url, packageNames(version).xpi) }] } } })
