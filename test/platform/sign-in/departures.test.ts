import { expect, test } from 'vitest'
import { depart, departed, isLeaving } from '../../../src/platform/sign-in/departures'
import { idle } from '../../session/real-work'
import { gate } from './background'

test.each([
  ['the first', [0, 1]],
  ['the second', [1, 0]],
])('of two who are being signed out at once both are waited for, though %s is through sooner', async (_, order) => {
  const gates = [gate(), gate()]
  for (const { opened } of gates) void depart('acme', opened)
  let isOver = false
  void departed('acme').then(() => {
    isOver = true
  })
  gates[order[0] ?? 0]?.open()
  await idle()
  expect([isOver, isLeaving('acme')]).toEqual([false, true])
  gates[order[1] ?? 0]?.open()
  await idle()
  expect([isOver, isLeaving('acme')]).toEqual([true, false])
})

test('whoever cannot be signed out is not waited for for ever', async () => {
  const leaving = depart('acme', Promise.reject(new Error('storage is gone')))
  await expect(leaving, 'and whoever asked is told').rejects.toThrow('storage is gone')
  await expect(departed('acme')).resolves.toBeUndefined()
  await idle()
  expect(isLeaving('acme')).toBe(false)
})
