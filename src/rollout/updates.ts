import type { Plan } from './plan'
import { prettyJson, xmlText } from './text'

/** The address of a file in the same folder as another one. */
export const beside = (address: string, name: string): string => new URL(name, address).href

/** Names of the packages, as `npm run package` makes them. */
export const packageNames = (version: string) => ({ crx: `latchkey-${version}.crx`, xpi: `latchkey-${version}.xpi` })

/** What Chrome and Edge ask a server of one's own for: which version there is, and where. @see https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux */
export const chromiumUpdates = ({ version, origins: { chrome } }: Plan): string => `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${chrome.id}">
    <updatecheck codebase="${xmlText(beside(chrome.url, packageNames(version).crx))}" version="${version}"/>
  </app>
</gupdate>
`

/** The same for Firefox. @see https://extensionworkshop.com/documentation/manage/updating-your-extension/ */
export const firefoxUpdates = ({ version, origins: { firefox } }: Plan): string =>
  prettyJson({ addons: { [firefox.id]: { updates: [{ version, update_link: beside(firefox.url, packageNames(version).xpi) }] } } })
