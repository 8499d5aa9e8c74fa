import { expect, test } from 'vitest'
import { discover } from '../../src/setup/discover'
import { discoveries } from '../../src/sso-apps/discoveries'

const baseUrl = 'https://wiki.acme.example/confluence/'
const paths = { options: `${baseUrl}rest/authconfig/1.0/login-options`, config: `${baseUrl}plugins/servlet/oauth/getconfig` }

/** A site that answers these addresses and refuses all others. */
const site = (answers: Record<string, unknown>) => (address: string) =>
  address in answers ? Promise.resolve(answers[address]) : Promise.reject(new TypeError('404'))

const found = (answers: Record<string, unknown>) => discover(baseUrl, discoveries, site(answers))

test('miniOrange tells its button, its emergency way in and whether it redirects', async () => {
  const config = {
    loginButtonText: 'Use Acme login',
    configured: true,
    disableDefaultLogin: true,
    backdoorEnabled: true,
    backdoorKey: 'plain',
    backdoorValue: 'yes',
  }
  expect(await found({ [paths.config]: config })).toEqual({
    ssoApp: 'miniorange',
    buttonText: 'Use Acme login',
    backdoor: 'plain=yes',
    serverRedirects: true,
  })
})

test('a miniOrange whose emergency way in is off says so', async () => {
  expect(await found({ [paths.config]: { configured: true, backdoorEnabled: false } })).toMatchObject({ backdoor: null })
})

test.each([
  ['older', { 'button-text': 'Log in with AWS Cognito', 'login-link': `${baseUrl}plugins/servlet/external-login/7` }],
  ['newer', { buttonText: 'Log in with AWS Cognito', loginLink: '/confluence/plugins/servlet/external-login/7' }],
])('Atlassian’s %s spelling tells the provider’s own start link', async (_, keys) => {
  expect(await found({ [paths.options]: { results: [{ type: 'LOGIN_FORM' }, { type: 'IDP', id: 7, ...keys }] } })).toEqual({
    ssoApp: 'atlassian',
    buttonText: 'Log in with AWS Cognito',
    start: '/confluence/plugins/servlet/external-login/7?authDest={destination}',
    serverRedirects: false,
  })
})

test('one provider and no form means that Atlassian’s SSO redirects by itself', async () => {
  expect(await found({ [paths.options]: { results: [{ type: 'IDP', id: 1 }] } })).toMatchObject({ serverRedirects: true })
})

test('a start link into another site is not taken', async () => {
  const results = [{ type: 'IDP', loginLink: 'https://evil.example/plugins/servlet/external-login/1' }]
  expect(await found({ [paths.options]: { results } })).not.toHaveProperty('start')
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', []],
  ['somebody else’s answer', { status: 'ok' }],
  ['a form and nothing else', { results: [{ type: 'LOGIN_FORM' }] }],
  ['wrong types everywhere', { results: [{ type: 3, 'login-link': {} }], backdoorKey: [], configured: 'yes' }],
  ['a text', '<html>'],
  ['null', null],
])('%s is no SSO app, and does no harm', async (_, answer) => {
  expect(await found({ [paths.options]: answer, [paths.config]: answer })).toBeUndefined()
})

test('a site that answers nothing is simply not known', async () => expect(await found({})).toBeUndefined())
