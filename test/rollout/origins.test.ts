import { expect, test } from 'vitest'
import { type OriginField, wrongOrigin } from '../../src/rollout/origins'

const chromiumId = 'b'.repeat(32)

test.each<[OriginField, readonly string[]]>([
  ['chromeId', [chromiumId]],
  ['firefoxId', ['latchkey@acme.com', '@latchkey', '{0d7c8e9b-53c6-4f0b-9b0a-6e1e5c1d2a01}']],
  ['edgeUrl', ['https://intranet.acme.com/updates.xml', 'file:///srv/updates.xml', 'http://localhost:8080/updates.xml']],
])('%s may be %j', (field, values) => {
  for (const value of [...values, '']) expect(wrongOrigin(field, value), value).toBeUndefined()
})

test.each<[OriginField, readonly string[]]>([
  ['chromeId', [`x${chromiumId}`, `${chromiumId}b`, 'latchkey@acme.com']],
  ['firefoxId', [chromiumId, 'an id@acme.com', 'latchkey@acme.com/x']],
  ['edgeUrl', ['http://intranet.acme.com/updates.xml', 'x https://acme.com/', 'https://', 'javascript:"https://acme.com/"']],
])('%s may not be %j', (field, values) => {
  for (const value of values) expect(wrongOrigin(field, value), value).toBeDefined()
})
