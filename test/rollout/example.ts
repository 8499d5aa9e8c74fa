import { words } from '../../scripts/rollout/words'
import { rolloutFiles } from '../../src/rollout/files'
import { type Given, originsFrom } from '../../src/rollout/origins'
import { resolve } from '../../src/settings/resolve'
import { valuesFrom } from '../../src/settings/values'

/** An organisation's settings with every letter that files stumble over. */
export const settings = {
  version: 1,
  lockLists: true,
  sites: [
    {
      baseUrl: 'https://wiki.acme.example/confluence/',
      name: 'Müller & Söhne’s "wiki" <1> \\n 日本 🔑',
      onLoginPage: 'redirect',
      provider: 'acme',
      backdoor: { enabled: false },
      mapping: { usernamePattern: '^(.+)@acme\\.com$', groups: { rules: [{ confluenceGroup: 'confluence-users', when: 'dev-ops;dev' }] } },
    },
  ],
  providers: [{ id: 'acme', region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123', scopes: ['openid', 'email'], allowedDomains: [] }],
  appearance: { theme: 'dark' },
  features: { export: false, pasteToken: true },
}

/** A server of the organisation's own. */
export const ownServer: Given = {
  chromeUrl: 'https://intranet.acme.example/latchkey/updates.xml',
  firefoxUrl: 'https://intranet.acme.example/latchkey/latchkey-1.2.3.xpi',
}

/** The plan for some settings. */
export const planOf = (values: object, given: Given = {}) => ({
  values: valuesFrom(resolve({}, values), ['policy']),
  origins: originsFrom(given),
  version: '1.2.3',
})

/** The files for some settings, by "platform/name". */
export function filesOf(values: object, given: Given = {}): Readonly<Record<string, string>> {
  const files = rolloutFiles(planOf(values, given), words)
  return Object.fromEntries(files.map(({ platform, name, content }) => [`${platform}/${name}`, content]))
}

/** One of them; throws where there is none of that name. */
export function fileOf(files: Readonly<Record<string, string>>, name: string): string {
  const content = files[name]
  if (content === undefined) throw new Error(`there is no ${name} among ${Object.keys(files).join(', ')}`)
  return content
}
