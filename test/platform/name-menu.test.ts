// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { Door } from '../../src/login-page/door'
import { insertText } from '../../src/platform/insert-text'
import { addNameMenus } from '../../src/platform/menus'
import { insertChosen } from '../../src/platform/name-menu'
import { reset, world } from '../ui/fake-browser'
import { session, settings, site } from '../ui/settings'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

beforeEach(reset)
const titles = () => world.menus.map(({ title }) => title)

test('every name is offered in the fields of the site’s own pages, and nowhere else', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session({ 'custom:r&d': 'x' })] } })
  await addNameMenus([])
  expect(titles()).toEqual(['Insert claim name', 'email', 'name', 'cognito:groups', 'sub', 'custom:r&&d'])
  for (const { contexts, documentUrlPatterns } of world.menus)
    expect({ contexts, documentUrlPatterns }).toEqual({ contexts: ['editable'], documentUrlPatterns: [`${site.baseUrl}*`] })
})

test('of a thousand claims the menu has those that people look for first, and no more than can be looked through', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`custom:${index}`, 'x']))
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session(many)] } })
  await addNameMenus([])
  expect(titles()).toHaveLength(41)
  expect(titles().slice(0, 5)).toEqual(['Insert claim name', 'email', 'name', 'cognito:groups', 'sub'])
})

test('names are spelled for the SSO app that was found out, where none is set', async () => {
  const claims = { address: { country: 'DE' }, 'cognito:groups': ['dev'] }
  const found = { baseUrl: site.baseUrl, ssoApp: 'atlassian' } as Door
  Object.assign(world, {
    local: { settings: { ...settings, sites: [{ ...site, ssoApp: 'auto' }] } },
    session: { 'accounts:acme': [session(claims)] },
  })
  await addNameMenus([found])
  expect(titles()).toEqual(['Insert claim name', '${email}', '${name}', 'cognito:groups', '${sub}'])
})

test('where nobody has signed in, the names are those that Cognito usually gives', async () => {
  world.local = { settings }
  await addNameMenus([])
  expect(titles()).toEqual(expect.arrayContaining(['cognito:username', 'email', 'cognito:groups', 'sub']))
})

test('a menu holds names of claims and never what they say', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session({ email: 'ann@acme.example' })] } })
  await addNameMenus([])
  expect(JSON.stringify(world.menus)).not.toContain('ann')
})

test('a site that is switched off has no menu, nor has an organisation without the workbench', async () => {
  world.local = { settings: { ...settings, sites: [{ ...site, enabled: false }] } }
  await addNameMenus([])
  Object.assign(world, { local: { settings }, managed: { features: { workbench: false } } })
  await addNameMenus([])
  expect(world.menus).toEqual([])
})

test('what was chosen is inserted into the frame in which the menu was opened, whatever signs the name has', async () => {
  await insertChosen({ menuItemId: `insert-name ${site.baseUrl} a b & \${c}`, frameId: 4 }, { id: 7 })
  expect(world.injected).toEqual([{ target: { tabId: 7, frameIds: [4] }, args: ['a b & ${c}'] }])
})

test.each(['log-in', `insert-name ${site.baseUrl}`, 7])('the menu item %s inserts nothing', async (menuItemId) => {
  await insertChosen({ menuItemId }, { id: 7 })
  expect(world.injected).toEqual([])
})

test('where the browser cannot type, the name is put over the selection and the page hears of it', () => {
  document.body.innerHTML = '<input value="abc">'
  const input = document.querySelector('input') as HTMLInputElement
  const heard = vi.fn()
  input.addEventListener('input', heard)
  input.focus()
  input.setSelectionRange(1, 2)
  Object.assign(document, { execCommand: () => false })
  insertText('${email}')
  expect(input.value).toBe('a${email}c')
  expect(heard).toHaveBeenCalledOnce()
  input.readOnly = true
  insertText('x')
  expect(input.value).toBe('a${email}c')
})
