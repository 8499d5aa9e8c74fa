import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { redirectAddressOfEachBrowser } from '../../src/platform/redirect-address'
import { browser } from '../ui/fake-browser'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

const chromium = createHash('sha256')
  .update(Buffer.from(manifest.key, 'base64'))
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))
const config = readFileSync(new URL('../../vite.config.ts', import.meta.url).pathname, 'utf8')
const [, geckoId = ''] = /geckoId = '(.+)'/.exec(config) ?? []
const firefox = createHash('sha1').update(geckoId).digest('hex')
const [ofChromium, ofFirefox] = [`https://${chromium}.chromiumapp.org/`, `https://${firefox}.extensions.allizom.org/`]
const others = 'https://latchkey.extensions.allizom.org/'

test.each([
  ['Chromium', ofChromium, [ofChromium, ofFirefox]],
  ['Firefox', ofFirefox, [ofFirefox, ofChromium]],
  [
    'Chromium under another id, which is then that of Edge too',
    'https://latchkey.chromiumapp.org/',
    ['https://latchkey.chromiumapp.org/', ofFirefox],
  ],
  ['Firefox under another id', others, [others, ofChromium]],
])('in %s, the addresses are its own and that which the other’s manifest gives it', (_, own, expected) => {
  vi.spyOn(browser.identity, 'getRedirectURL').mockReturnValue(own)
  expect(redirectAddressOfEachBrowser()).toEqual(expected)
})
