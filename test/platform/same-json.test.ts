import { expect, test } from 'vitest'
import { triedRule } from '../../src/login-page/tab-rules'
import { isSameJson } from '../../src/platform/same-json'

const rule = { id: 1, ...triedRule({ baseUrl: 'https://wiki.acme.example/' }, 7) }

test('rules that a browser gives back in another order, with null for what is absent, are the same rules', () => {
  const { id, priority, condition, action } = rule
  const given = { action, condition: { ...Object.fromEntries(Object.entries(condition).reverse()), urlFilter: null }, id, priority }
  expect(isSameJson([given], [rule])).toBe(true)
})

test.each([
  ['another id', { ...rule, id: 2 }],
  ['another tab', { ...rule, condition: { ...rule.condition, tabIds: [8] } }],
  ['another action', { ...rule, action: { type: 'allow' } }],
])('a rule with %s is another rule', (_, other) => {
  expect(isSameJson([rule], [other])).toBe(false)
  expect(isSameJson([rule], [rule, other])).toBe(false)
})
