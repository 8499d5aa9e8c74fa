import { expect, test } from 'vitest'
import { latest, queue } from '../../src/platform/queue'

/** A task that takes until it is let go, as often as it is done. */
function held() {
  const waiting: (() => void)[] = []
  const task = () => new Promise<void>((done) => void waiting.push(done))
  return { task, waiting }
}
const turn = () => new Promise((next) => setImmediate(next))

test('whoever asks while a task waits for its turn shares it; whoever asks once it has begun has another', async () => {
  const { task, waiting } = held()
  const ask = latest(task)
  const first = ask()
  expect(ask(), 'it has not begun').toBe(first)
  await turn()
  expect(waiting).toHaveLength(1)
  const second = ask()
  expect(second).not.toBe(first)
  expect(ask()).toBe(second)
  await turn()
  expect(waiting, 'one after the other').toHaveLength(1)
  for (const done of waiting) {
    done()
    await turn()
  }
  await Promise.all([first, second])
  expect(waiting).toHaveLength(2)
})

test('a task that fails is told to whoever asked, and holds up nobody', async () => {
  const inTurn = queue()
  const failed = inTurn(() => Promise.reject(new Error('full')))
  const next = inTurn(async () => 'done')
  await expect(failed).rejects.toThrow('full')
  await expect(next).resolves.toBe('done')
})
