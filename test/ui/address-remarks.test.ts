import { expect, test, vi } from 'vitest'
import { remarksIn } from '../../src/options/remark-words'
import { resolve } from '../../src/settings/resolve'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const remarked = (baseUrl: string) =>
  remarksIn(resolve({}, { sites: [{ baseUrl }] }).settings).map(({ where, code, about }) => [where, code, about])

test.each([
  ['https://jira.acme.com/browse/ABC-1', 'other-product-as-site', ''],
  ['https://acme.com/jira/secure/Dashboard.jspa', 'other-product-as-site', ''],
  ['https://bitbucket.acme.com/projects/ABC/repos/wiki/browse', 'other-product-as-site', ''],
  ['https://bamboo.acme.com/allPlans.action', 'other-product-as-site', ''],
  ['https://acme.auth.eu-west-1.amazoncognito.com', 'user-pool-as-site', ''],
  ['https://wiki.acme.com/confluence/login.action', 'page-of-site', 'https://wiki.acme.com/confluence/'],
  ['https://wiki.acme.com/display/DS/Home', 'page-of-site', 'https://wiki.acme.com/'],
])('a base URL in policy that is the address of something else is pointed out: %s', (baseUrl, code, about) =>
  expect(remarked(baseUrl)).toEqual([[`sites[${baseUrl}/].baseUrl`, code, about]]),
)

test.each([
  ['https://wiki.acme.com/'],
  ['https://wiki.acme.com:8443/confluence/'],
  ['https://acme.com/display/'],
  ['https://acme.com/browse/my-wiki'],
  ['http://localhost:8090/'],
  ['http://localhost:1990/confluence'],
  ['https://wiki.аcme.com/tools/wiki/*'],
])('a base URL that can be a site’s is not: %s', (baseUrl) =>
  expect(remarked(baseUrl).filter(([, code]) => code !== 'international-host')).toEqual([]),
)
