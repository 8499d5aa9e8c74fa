import type { Claims } from './session'
import { shown } from './shown'
import { stated } from './stated'
import type { Check } from './verify'

/** Header parameters that bring a key along, or rules that we do not know: none may speak for the issuer. */
const foreign = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip']

/** What a token's header may say: RS256 and the name of a key, nothing that would choose another. @see https://www.rfc-editor.org/rfc/rfc8725#section-3 */
export function headerChecks(header: Claims): readonly Check[] {
  const brought = foreign.filter((name) => Object.hasOwn(header, name))
  const { alg, typ } = header
  return [
    { name: 'alg', passed: alg === 'RS256', wanted: 'RS256', found: shown(alg) },
    { name: 'typ', passed: typ === undefined || typ === 'JWT', wanted: stated('or-nothing', 'JWT'), found: shown(typ) },
    {
      name: 'header',
      passed: brought.length === 0,
      wanted: stated('no-key-of-its-own'),
      found: brought.join(', ') || stated('nothing'),
    },
  ]
}
