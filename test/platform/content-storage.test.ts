import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const stored: Record<string, unknown> = {}
const asked = vi.fn(() => '')
beforeEach(() => {
  vi.resetModules()
  asked.mockClear()
  vi.stubGlobal('location', new URL('https://wiki.acme.com/confluence/login.action'))
  vi.stubGlobal('chrome', { storage: { local: { get: async () => ({ ...stored }) } }, i18n: { getMessage: asked } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  for (const key of Object.keys(stored)) delete stored[key]
})

const read = async () => {
  const module = await import('../../src/platform/content-storage')
  await module.readForContent()
  return module.pageText
}

test('a text names the site, however that is spelled', async () => {
  stored['texts'] = { 'notice_logged-out': 'You are logged out of $site$.' }
  expect((await read())('notice_logged-out', '$& wiki')).toBe('You are logged out of $& wiki.')
})

test('of a reason that has no words nobody is asked: browsers complain of each, and take their time', async () => {
  stored['texts'] = { pageCancel: 'Cancel' }
  const text = await read()
  expect([text('notice_told-to-offer', 'Wiki'), text('noticeButton_told-to-offer')]).toEqual(['', ''])
  expect(asked).not.toHaveBeenCalled()
})

test('before any text was left there is none', async () => {
  expect((await read())('pageCancel')).toBe('')
})
