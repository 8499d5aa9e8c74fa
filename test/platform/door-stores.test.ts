import { beforeEach, expect, test, vi } from 'vitest'
import { readDoorsAt, writeDoors } from '../../src/platform/door-stores'
import { reset } from '../ui/fake-browser'
import { door } from './watch/watch'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))
beforeEach(reset)

test('of several sites on one host the one with the longest address stands first, for a page belongs to the first that fits', async () => {
  const paths = ['', 'confluence/docs/', 'confluence/']
  const doors = paths.map((path) => ({ ...door, baseUrl: `https://wiki.acme.com/${path}` }))
  await writeDoors(doors, { hosts: [], apps: [], appMark: '', submit: '', doorPaths: [] })
  const stored = await readDoorsAt('https://wiki.acme.com/')
  expect(stored.map(({ baseUrl }) => baseUrl.slice(22))).toEqual(['confluence/docs/', 'confluence/', ''])
})
