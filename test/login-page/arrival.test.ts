import { expect, test } from 'vitest'
import { arrivalAt } from '../../src/login-page/arrival'

const baseUrl = 'https://wiki.acme.example/confluence/'
const wanted = `${baseUrl}display/DS/My+Page?a=1%2B1`

test.each<[string, string, string]>([
  ['the very page is an arrival', wanted, 'arrived'],
  ['another spelling of the page is an arrival', `${baseUrl}display/DS/My%20Page?a=1%2B1`, 'arrived'],
  ['a fragment is no difference', `${wanted}#Timeline`, 'arrived'],
  ['a path from the origin is read like an address', '/confluence/display/DS/My+Page?a=1%2B1', 'arrived'],
  ['a plus that was meant is another page', `${baseUrl}display/DS/My%2BPage?a=1%2B1`, 'missed'],
  ['the dashboard is another page', baseUrl, 'missed'],
  ['the page that another tab asked for is another page', `${baseUrl}display/DS/Other`, 'missed'],
  ['a login page says that there is no login yet', `${baseUrl}login.action?os_destination=%2Fx`, 'on-the-way'],
  ['a further step of the SSO app is not the end', `${baseUrl}plugins/servlet/oauth/auth`, 'on-the-way'],
  ['the identity provider is not the end', 'https://acme.auth.eu-west-1.amazoncognito.com/login', 'on-the-way'],
  ['what is no address is not followed', 'https://', 'on-the-way'],
  ['a broken escape is compared as it stands', `${baseUrl}display/%E0%A4%A`, 'missed'],
])('%s', (_, next, verdict) => {
  expect(arrivalAt(next, wanted, { baseUrl, doorPaths: ['login.action', 'logout.action'] })).toBe(verdict)
})

test('a page that happens to be a servlet is arrived at as well', () => {
  const mobile = `${baseUrl}plugins/servlet/mobile`
  expect(arrivalAt(mobile, mobile, { baseUrl, doorPaths: ['login.action'] })).toBe('arrived')
})
