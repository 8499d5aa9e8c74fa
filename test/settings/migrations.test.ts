import { expect, test } from 'vitest'
import { isNewer, type Migration, settingsVersion, upToDate } from '../../src/settings/migrations'

const renamed: Migration = ({ colour, ...settings }) => ({ ...settings, ...(colour !== undefined && { color: colour }) })
const doubled: Migration = ({ size, ...settings }) => ({ ...settings, ...(typeof size === 'number' && { size: size * 2 }) })
const steps = [renamed, doubled]

test('settings of any earlier version are brought to this one, step by step', () => {
  expect(upToDate({ version: 1, colour: 'red', size: 2 }, steps)).toEqual({ version: 3, color: 'red', size: 4 })
  expect(upToDate({ version: 2, colour: 'red', size: 2 }, steps)).toEqual({ version: 3, colour: 'red', size: 4 })
  expect(upToDate({ version: 3, colour: 'red', size: 2 }, steps)).toEqual({ version: 3, colour: 'red', size: 2 })
})

test('settings without a version, or with none that could be one, are of the first', () => {
  for (const version of [undefined, null, 'two', 0, -1, 1.5, Number.NaN, {}, []])
    expect(upToDate({ version, colour: 'red' }, steps), String(version)).toEqual({ version: 3, color: 'red' })
})

test('what no step knows stays', () => {
  expect(upToDate({ version: 1, sites: [{ odd: true }] }, steps)).toEqual({ version: 3, sites: [{ odd: true }] })
})

test('settings of a newer Latchkey are not touched, and known as such', () => {
  const newer = { version: settingsVersion + 1, colour: 'red' }
  expect(upToDate(newer)).toEqual(newer)
  expect(isNewer(newer)).toBe(true)
  expect([{ version: settingsVersion }, {}, undefined, 'x', [], { version: '9' }].map(isNewer)).toEqual(Array(6).fill(false))
})
