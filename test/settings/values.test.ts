import { expect, test } from 'vitest'
import { resolve } from '../../src/settings/resolve'
import { valuesFrom } from '../../src/settings/values'

const user = { version: 1, sites: [{ baseUrl: 'https://wiki.acme.com', name: 'Mine', onLoginPage: 'stay' }], appearance: { theme: 'dark' } }
const policy = {
  sites: [{ baseUrl: 'https://wiki.acme.com/', onLoginPage: 'redirect' }],
  providers: [{ id: 'acme' }],
  features: { export: false },
}
const resolved = resolve(user, policy)

test('what policy has set can be told from what the person has', () => {
  expect(valuesFrom(resolved, ['policy'])).toEqual({ version: 1, ...policy })
  expect(valuesFrom(resolved, ['user'])).toEqual({
    version: 1,
    sites: [{ baseUrl: 'https://wiki.acme.com/', name: 'Mine' }],
    appearance: { theme: 'dark' },
  })
})

test('both together are what is in force, and give the same settings anywhere else', () => {
  const both = valuesFrom(resolved, ['policy', 'user'])
  expect(both).toMatchObject({ sites: [{ name: 'Mine', onLoginPage: 'redirect' }], providers: [{ id: 'acme' }] })
  expect(resolve({}, both).settings).toEqual(resolved.settings)
})

test('where nothing is set there is nothing but the version', () => {
  expect(valuesFrom(resolve({}, {}), ['policy', 'user'])).toEqual({ version: 1 })
})
