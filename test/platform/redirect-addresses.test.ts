import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { redirectAddresses } from '../../src/platform/redirect-addresses'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

test('the addresses of all browsers are those that the manifests give them', () => {
  const chromium = createHash('sha256')
    .update(Buffer.from(manifest.key, 'base64'))
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))
  const config = readFileSync(new URL('../../vite.config.ts', import.meta.url).pathname, 'utf8')
  const [, geckoId = ''] = /geckoId = '(.+)'/.exec(config) ?? []
  const firefox = createHash('sha1').update(geckoId).digest('hex')
  expect(redirectAddresses()).toEqual([
    'https://latchkey.chromiumapp.org/', // of the browser that runs now
    `https://${chromium}.chromiumapp.org/`,
    `https://${firefox}.extensions.allizom.org/`,
  ])
})
