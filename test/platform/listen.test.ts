import { expect, test, vi } from 'vitest'
import { listen } from '../../src/platform/listen'

type Details = Parameters<Parameters<typeof listen>[2]>[0]

/** A browser's event, and whoever listens to it. */
function eventOf() {
  const listeners: ((details: Details) => void)[] = []
  const event = {
    addListener: vi.fn((listener: (details: Details) => void, _filter: object) => void listeners.push(listener)),
    removeListener: (listener: (details: Details) => void) => void listeners.splice(listeners.indexOf(listener), 1),
    hasListener: () => false,
    hasListeners: () => listeners.length > 0,
  }
  return { event, say: (details: Details) => listeners.forEach((listener) => void listener(details)) }
}

const filter = { urls: ['https://wiki.example/*'] }

test.each<[string, Details, boolean]>([
  ['a visit', { type: 'main_frame' }, true],
  ['a visit in the words of a browser that knows no fetching ahead', {}, true],
  ['what a page asks for', { type: 'sub_frame', documentId: 'a' }, true],
  ['a page that is fetched ahead of a visit', { type: 'main_frame', documentId: 'a' }, false],
  ['a page that is rendered ahead of a visit', { type: 'main_frame', documentLifecycle: 'prerender' }, false],
])('whether %s is heard, with %o: %s', (_, details, isHeard) => {
  const { event, say } = eventOf()
  const act = vi.fn(async () => undefined)
  listen(event, filter, act)
  say(details)
  expect(act).toHaveBeenCalledTimes(isHeard ? 1 : 0)
})

test('whoever listens anew hears everything once, of the same hosts', () => {
  const { event, say } = eventOf()
  const act = vi.fn(async () => undefined)
  const again = listen(event, filter, act)
  again()
  again()
  say({ type: 'main_frame' })
  expect(act).toHaveBeenCalledTimes(1)
  expect(event.addListener.mock.calls.map(([, wanted]) => wanted)).toEqual([filter, filter, filter])
})
