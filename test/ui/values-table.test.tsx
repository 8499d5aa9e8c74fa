// @vitest-environment happy-dom
import { render } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { EffectiveValues } from '../../src/options/EffectiveValues'
import { effectiveValues } from '../../src/options/effective'
import { resolve } from '../../src/settings/resolve'
import { settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

beforeEach(() => {
  const rules = [
    { confluenceGroup: 'confluence-users', when: 'dev-ops;dev' },
    { confluenceGroup: 'admins', when: 'ops' },
  ]
  const stored = { ...settings, sites: [{ ...site, mapping: { groups: { rules } } }] }
  render(<EffectiveValues values={effectiveValues(resolve(stored, undefined))} />, document.body)
})

const rows = () =>
  new Map([...document.querySelectorAll('tbody tr')].map(({ children }) => [children[0]?.textContent, children[1]?.textContent] as const))

test('a setting of a group is told by the group’s name before its own, which alone may be anything’s', () => {
  const names = [...rows().keys()]
  expect(names).toEqual(expect.arrayContaining(['Emergency way in › Parameter', 'Features › Export', 'On the login page', 'AWS region']))
  expect(names).not.toContain('Parameter')
})

test('rules are read as the sheet writes them: the Confluence group, and the groups of the token that lead there', () => {
  expect(rows().get('Groups › Rules')).toBe('confluence-users ← dev-ops;dev, admins ← ops')
})
