import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { words } from '../../scripts/rollout/words'
import { doorFor } from '../../src/login-page/door-of-site'
import { siteAddress } from '../../src/options/site-address'
import { regionIn } from '../../src/providers/cognito/pool-parts'
import { rolloutFiles } from '../../src/rollout/files'
import { originsFrom } from '../../src/rollout/origins'
import { resolve } from '../../src/settings/resolve'
import { valuesFrom } from '../../src/settings/values'
import { remarksOn } from '../../src/setup/remarks'
import { ssoApps } from '../../src/sso-apps'
import { complaintInWords, placeInWords } from '../../src/ui/complaint-words'
import { anySettings } from './any-settings'

vi.mock('../../src/platform/browser', () => import('../ui/fake-browser'))

test('what was read is read again as it is, with nothing left to complain about', () => {
  fc.assert(
    fc.property(anySettings, anySettings, (user, policy) => {
      const { settings } = resolve(user, policy)
      const again = resolve({}, valuesFrom(resolve(user, policy), ['default', 'user', 'policy']))
      expect(again.complaints).toEqual([])
      expect(again.settings).toEqual(settings)
    }),
  )
})

test('whatever was stored: doors, remarks and policy files can be made of it, and every complaint has words', () => {
  fc.assert(
    fc.property(anySettings, (stored) => {
      const resolved = resolve(stored, {})
      for (const { where, code } of resolved.complaints) expect([placeInWords(where), complaintInWords(code)]).not.toContain('')
      remarksOn(resolved.settings, siteAddress, regionIn)
      for (const site of resolved.settings.sites) doorFor(site, undefined, { apps: ssoApps, buttonText: 'Log in' })
      rolloutFiles({ values: valuesFrom(resolved, ['user']), origins: originsFrom({}), version: '1.2.3' }, words)
    }),
  )
})
