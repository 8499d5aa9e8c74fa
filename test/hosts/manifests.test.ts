import { expect, test } from 'vitest'
import { manifests } from '../../src/hosts/manifests'

const reading = (path: string) => manifests.find((manifest) => manifest.path === path)?.read
const ofLinks = reading('rest/applinks/1.0/manifest')
const ofLoginPage = reading('login.action')
const meta = (version: string) => `<meta name="ajs-version-number" content="${version}">`

test.each([
  ['<manifest><typeId>confluence</typeId><version>9.2.2</version></manifest>', '9.2.2'],
  ['<manifest><typeId>Confluence</typeId><version>10.0.1-rc1</version></manifest>', '10.0.1-rc1'],
  ['{"typeId":"confluence","version":"8.5.4"}', '8.5.4'],
  ['{ "typeId" : "confluence", "version" : "8.5.4" }', '8.5.4'],
  ['<manifest><name>Confluence</name><version>5.1</version></manifest>', '5.1'],
  ['<manifest><typeId>confluence</typeId></manifest>', ''],
  [`<manifest><typeId>confluence</typeId><version>${'9'.repeat(41)}</version></manifest>`, ''],
  ['<manifest><typeId>jira</typeId><name>Confluence’s tickets</name><version>9.12</version></manifest>', undefined],
  ['{"typeId":"jira","name":"Confluence’s tickets","version":"9.12"}', undefined],
  ['<html><body>Not found</body></html>', undefined],
])('what an installation tells of itself for application links: %s', (text, version) => expect(ofLinks?.(text)).toBe(version))

test.each([
  [`<head>${meta('9.2.2')}</head><body id="com-atlassian-confluence">`, '9.2.2'],
  [`<head>${meta('7.13.0')}<meta name="ajs-is-confluence-admin" content="false"></head>`, '7.13.0'],
  ['<body id="com-atlassian-confluence">', ''],
  [`<head>${meta('9.12.1')}</head><body id="jira">`, undefined],
])('what its login page tells: %s', (text, version) => expect(ofLoginPage?.(text)).toBe(version))
