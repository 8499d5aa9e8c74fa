// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "disableCSSFileLoading": true, "handleDisabledFileLoadingAsSuccess": true } }
import { expect, test } from 'vitest'
import { hosts } from '../../src/hosts'
import { documentOf, pages, seen } from './pages'

test.each([
  ['the form to sign up beside it', 'login-8.5-beside-sign-up', 'login.action', 'loginButton'],
  ['its second step only', 'login-10-password-step', 'login.action', 'login-button'],
  ['the second password question', 'admin-login', 'authenticate.action', 'authenticateButton'],
  ['the page after the built-in app’s logout, today', 'logged-out-by-the-built-in-app-8.5', 'plugins/servlet/sso-logout', 'again'],
  [
    'the page after the built-in app’s logout, before there was a main',
    'logged-out-by-the-built-in-app-7.13',
    'plugins/servlet/sso-logout',
    'again',
  ],
])('a button to sign in has its place where the page shows %s', (_, name, path, place) => {
  const html = pages[`../pages/confluence/none/${name}.html`] ?? ''
  expect(seen(html, path)?.kind).toMatch(/log/)
  expect(documentOf(html).querySelector(hosts.flatMap(({ submit }) => submit).join())?.id).toBe(place)
})

const named = ['loginButton', 'login-button', 'authenticateButton']
test.each([
  ...named.map((id) => `<form><input type="password"><button>With a code</button><button class="go" id="${id}">Log in</button></form>`),
  '<form><input id="username-field"><button class="go">Next</button></form>',
  // Templates of a site's own, whose button is a picture or works by a script.
  '<form><a href="/confluence/forgotuserpassword.action">?</a><input type="password"><input type="image" class="go"></form>',
  '<form><input type="password"><button type="button" class="go" onclick="send()">Log in</button></form>',
  '<form><input type="password"><input type="button" class="go" value="Log in"></form>',
  '<form><input type="password"><a href="#" class="go">Log in</a></form>',
  '<form><input type="password"><a href="javascript:send()" class="go">Log in</a></form>',
  '<form><input type="password"><span class="go" onclick="send()">Log in</span></form>',
  '<div id="content"><a class="go" href="/confluence/login.action">Once more</a></div>',
])('it stands before what leads on: %s', (html) => {
  expect(documentOf(html).querySelector(hosts.flatMap(({ submit }) => submit).join())?.className).toBe('go')
})

test.each([
  [
    'in its form, as one that shows the password',
    '<form><input type="password"><button type="button" id="eye">Show</button><button id="go">Log in</button></form>',
  ],
  [
    'in another form, as one that searches',
    '<form action="/dosearchsite.action"><input><button id="search">Find</button></form><form><input type="password"><button id="go">Log in</button></form>',
  ],
])('and none before a button that does something else %s', (_, html) => {
  expect(documentOf(html).querySelector(hosts.flatMap(({ submit }) => submit).join())?.id).toBe('go')
})
