import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { newKey, packCrx } from '../../scripts/crx.mjs'
import { filesIn, withoutKey } from '../../scripts/files-in.mjs'
import { words } from '../../scripts/rollout/words'
import { zip } from '../../scripts/zip.mjs'
import { rolloutFiles } from '../../src/rollout/files'
import { originsFrom } from '../../src/rollout/origins'
import { resolve } from '../../src/settings/resolve'
import { valuesFrom } from '../../src/settings/values'
import type { BrowserKind, BrowserOptions } from './driver/driver'

/** An organisation's server, as a folder. */
interface Served {
  readonly rollOut: NonNullable<BrowserOptions['rollOut']>
  /** Puts another version in the place of the one that is there. */
  publish(version: string): void
}

/**
 * Puts an extension's packages and update manifests into a folder, as an organisation puts them on its server, and gives the policies
 * that install it from there with these settings: all of it as `npm run package` and `npm run rollout` make them.
 */
export function serve(kind: BrowserKind, extension: string, folder: string, settings: object): Served {
  mkdirSync(folder, { recursive: true })
  const key = newKey()
  const addressOf = (name: string) => pathToFileURL(join(folder, name)).href
  const publish = (version: string) => {
    const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
    const bytes = zip(filesIn(extension).map(withoutKey).map(ofVersion(version)))
    const { id, crx } = packCrx(bytes, key)
    write(`latchkey-${version}.crx`, crx)
    write(`latchkey-${version}.xpi`, bytes)
    const origins = originsFrom({ chromeId: id, chromeUrl: addressOf('updates.xml'), firefoxUrl: addressOf(`latchkey-${version}.xpi`) })
    const files = rolloutFiles({ values: valuesFrom(resolve({}, settings), ['policy']), origins, version }, words)
    const contentOf = (path: string) => files.find(({ platform, name }) => `${platform}/${name}` === path)?.content ?? ''
    write('updates.xml', contentOf('self-hosted/updates.xml'))
    write('updates.json', contentOf('self-hosted/updates.json'))
    return { origins, contentOf }
  }
  const { origins, contentOf } = publish('0.1.0')
  if (kind === 'chromium')
    return { rollOut: { id: origins.chrome.id, policies: JSON.parse(contentOf('linux/chrome.json')) as object }, publish }
  const { policies } = JSON.parse(contentOf('firefox/policies.json')) as { policies: object }
  return { rollOut: { id: origins.firefox.id, policies: { ...policies, Preferences: fromFolder } }, publish }
}

const locked = { Value: false, Status: 'locked' }
const fromFolder = {
  // Extended Support Releases take packages that Mozilla has not signed, where the organisation says so.
  'xpinstall.signatures.required': locked,
  // Updates come over https, or not at all: a folder has none.
  'extensions.checkUpdateSecurity': locked,
}

const ofVersion =
  (version: string) =>
  ([name, content]: [string, Buffer]): [string, Buffer] =>
    name === 'manifest.json' ? [name, Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), version }))] : [name, content]
