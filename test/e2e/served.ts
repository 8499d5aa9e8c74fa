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

const version = '0.1.0'

/**
 * Puts an extension's packages and update manifests into a folder, as an organisation puts them on its server, and gives the policies
 * that install it from there with these settings: all of it as `npm run package` and `npm run rollout` make them.
 */
export function serve(kind: BrowserKind, extension: string, folder: string, settings: object): NonNullable<BrowserOptions['rollOut']> {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  const addressOf = (name: string) => pathToFileURL(join(folder, name)).href
  const bytes = zip(filesIn(extension).map(withoutKey))
  const { id, crx } = packCrx(bytes, newKey())
  write(`latchkey-${version}.crx`, crx)
  write(`latchkey-${version}.xpi`, bytes)
  const origins = originsFrom({ chromeId: id, chromeUrl: addressOf('updates.xml'), firefoxUrl: addressOf(`latchkey-${version}.xpi`) })
  const files = rolloutFiles({ values: valuesFrom(resolve({}, settings), ['policy']), origins, version }, words)
  const contentOf = (path: string) => files.find(({ platform, name }) => `${platform}/${name}` === path)?.content ?? ''
  write('updates.xml', contentOf('self-hosted/updates.xml'))
  write('updates.json', contentOf('self-hosted/updates.json'))
  if (kind === 'chromium') return { id, policies: JSON.parse(contentOf('linux/chrome.json')) as object }
  const { policies } = JSON.parse(contentOf('firefox/policies.json')) as { policies: object }
  // Extended Support Releases take packages that Mozilla has not signed, where the organisation says so.
  const unsigned = { Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } } }
  return { id: origins.firefox.id, policies: { ...policies, ...unsigned } }
}
