import { afterEach, expect, test, vi } from 'vitest'
import { returnGrants } from '../../src/platform/return-grants'

const given: string[] = []
vi.mock('../../src/platform/browser', () => ({
  browser: {
    permissions: {
      remove: async ({ origins }: { origins: string[] }) => {
        given.push(...origins)
        throw new Error('You cannot remove required permissions.')
      },
    },
  },
}))

afterEach(() => void given.splice(0))

const at = (...addresses: readonly string[]) => addresses.map((baseUrl) => ({ baseUrl }))

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['of a site that is gone', ['https://a.example/'], [], ['https://a.example/*']],
  ['of two sites that are gone, once', ['https://a.example/one/', 'https://a.example/two/'], [], ['https://a.example/*']],
  ['of no site that is still there', ['https://a.example/'], ['https://a.example/'], []],
  ['of no host on which another site is left', ['https://a.example/one/', 'https://a.example/two/'], ['https://a.example/two/'], []],
  ['of no site that is new', [], ['https://a.example/'], []],
])('a host is given back %s, though browsers refuse to take back what the build requires', async (_, before, now, wanted) => {
  await returnGrants(at(...before), at(...now))
  expect(given).toEqual(wanted)
})
