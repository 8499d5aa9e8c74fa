import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { text } from '../../scripts/rollout/words'
import { catalog } from '../../src/settings/catalog'
import { pathsOf } from '../../src/settings/place'
import { resolve } from '../../src/settings/resolve'

const guide = readFileSync(new URL('../../docs/administrators.md', import.meta.url), 'utf8')

test('the administrators’ guide has a heading for every setting', () => {
  const headings = new Set([...guide.matchAll(/^### `(.+)`$/gm)].map(([, path = '']) => path.replaceAll('[]', '')))
  expect(pathsOf(catalog).filter((path) => !headings.has(path))).toEqual([])
})

test('its example settings are settings, without a complaint', () => {
  const examples = [...guide.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = '']) => JSON.parse(json) as object)
  const settings = examples.filter((example) => 'sites' in example)
  expect(settings.length).toBeGreaterThan(0)
  for (const one of settings) expect(resolve({}, one).complaints).toEqual([])
})

test('its links lead to headings of its own, and its names of things on the screen are on the screen', () => {
  const anchors = [...guide.matchAll(/^## (.+)$/gm)].map(
    ([, title = '']) =>
      `#${title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  )
  for (const [, anchor] of guide.matchAll(/\]\((#[^)]+)\)/g)) expect(anchors).toContain(anchor)
  for (const key of ['makePolicyTitle', 'originTitle', 'backupTitle', 'effectiveSummary', 'setting_sites', 'setting_providers'])
    expect(guide, key).toContain(text(key))
})
