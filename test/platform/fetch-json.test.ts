import { afterEach, describe, expect, test, vi } from 'vitest'
import { fetchJsonFrom } from '../../src/platform/fetch-json'

const scripting = vi.hoisted(() => ({ executeScript: vi.fn() }))
vi.mock('../../src/platform/browser', () => ({ browser: { scripting } }))

afterEach(() => vi.useRealTimers())

const ask = () => fetchJsonFrom(7)('https://wiki.example/rest')

describe('a question that a page in a tab asks for us', () => {
  test('is answered as the page was answered', async () => {
    scripting.executeScript.mockResolvedValue([{ result: { status: 200, type: 'application/json', text: '{"a":1}' } }])
    expect(await ask()).toMatchObject({ json: { a: 1 } })
    expect(scripting.executeScript).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 7 }, injectImmediately: true }))
  })

  test.each<[string, () => Promise<unknown>]>([
    ['that is gone', () => Promise.reject(new Error('No tab with id: 7.'))],
    ['that gives nothing', async () => [{ result: null }]],
    ['in which nothing runs', async () => []],
  ])('has no answer from a tab %s', async (_, answer) => {
    scripting.executeScript.mockImplementation(answer)
    expect(await ask()).toEqual({ failed: 'no-connection' })
  })

  test('is not waited for for ever in a tab that was put to sleep', async () => {
    vi.useFakeTimers()
    scripting.executeScript.mockReturnValue(new Promise(() => {}))
    const answered = ask()
    await vi.advanceTimersByTimeAsync(12_000)
    expect(await answered).toEqual({ failed: 'no-connection' })
  })
})
