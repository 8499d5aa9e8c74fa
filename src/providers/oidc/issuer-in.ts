import * as v from 'valibot'
import { httpsAddress } from '../../settings/addresses'
import { meantBy } from '../../setup/pasted-text'

/**
 * The issuer whose discovery document's address stands in a text; undefined where none does.
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest
 */
export function issuerIn(text: string): string | undefined {
  const [, issuer = ''] = /^([^?#]+)\/\.well-known\/openid-configuration\/?$/.exec(meantBy(text)) ?? []
  return v.is(httpsAddress, issuer) ? issuer : undefined
}
