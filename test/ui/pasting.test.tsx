// @vitest-environment happy-dom
import { render } from 'preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { judgePasted } from '../../src/session/judge-pasted'
import type { Verification } from '../../src/session/verify'
import { resolve } from '../../src/settings/resolve'
import { type Pasting, usePasting } from '../../src/workbench/paste/use-pasting'
import { jwt } from '../session/unsigned'
import { settings } from './settings'

vi.mock('../../src/session/judge-pasted', async (original) => ({
  ...(await original<typeof import('../../src/session/judge-pasted')>()),
  judgePasted: vi.fn(),
}))

const reachable = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Elsewhere'

let pasting: Pasting
const drawn: Pasting[] = []
const given = resolve(settings, undefined).settings
const Page = () => {
  pasting = usePasting(given)
  drawn.push(pasting)
  return <p>{pasting.pasted?.person.name}</p>
}
const shows = (words: string) => vi.waitFor(() => expect(document.body.textContent).toBe(words))
beforeEach(() => {
  render(null, document.body)
  drawn.length = 0
  render(<Page />, document.body)
})

test('what was found of one token is not said of another that was pasted meanwhile', async () => {
  let answer = (_: Verification) => {}
  const promise = new Promise<Verification>((settle) => {
    answer = settle
  })
  vi.mocked(judgePasted).mockReturnValueOnce(promise)
  pasting.paste({ id: jwt({ name: 'Ann Archer', iss: reachable }) })
  await shows('Ann Archer')
  pasting.verify()
  await vi.waitFor(() => expect(pasting.verifying?.phase).toBe('asking'))
  pasting.paste({ id: jwt({ name: 'Mallory', iss: 'https://evil.example' }) })
  await shows('Mallory')
  await vi.waitFor(() => expect(pasting.verifying).toBeUndefined())
  answer({ verified: true, checks: [] })
  await promise
  pasting.paste({ id: jwt({ name: 'Mallory', iss: 'https://evil.example' }), access: jwt({ token_use: 'access' }) })
  await vi.waitFor(() => expect(pasting.pasted?.sources.access).toBeDefined())
  expect(pasting.verifying).toBeUndefined()
  expect(pasting.pasted?.verification).toBeUndefined()
})

test('a token of a pool of the settings is being asked about from the first on', async () => {
  vi.mocked(judgePasted).mockResolvedValueOnce({ verified: true, checks: [] })
  pasting.paste({ id: jwt({ name: 'Ann Archer', iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123' }) })
  await vi.waitFor(() => expect(pasting.verifying?.phase).toBe('done'))
  expect(drawn.filter(({ pasted }) => pasted).map(({ verifying }) => verifying?.phase)).not.toContain(undefined)
})
