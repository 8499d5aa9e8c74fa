import type { Provider } from '../session/provider'
import type { Account } from '../session/session'
import { standardAnswerProblem, standardTokenProblem } from '../session/standard-errors'

/**
 * Any provider that speaks OpenID Connect and publishes a discovery document: nothing about it is known beyond that.
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html
 */
export default {
  kind: 'oidc',
  missing: ({ clientId, endpoints }) => [...(endpoints.issuer ? [] : ['endpoints.issuer']), ...(clientId ? [] : ['clientId'])],
  settingsProblem: () => undefined,
  issuersOf: ({ endpoints }) => [endpoints.issuer],
  /** Any address could be one: nobody is asked because a token names them. */
  keysOf: () => undefined,
  endpointProblem: () => undefined,
  requestParameters: ({ lang }) => (lang ? { ui_locales: lang } : {}),
  checks: () => [],
  pageProblem: () => undefined,
  answerProblem: standardAnswerProblem,
  tokenProblem: standardTokenProblem,
  mayIgnorePrompt: false,
  mayMoveAuthTime: false,
  /** @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout */
  logoutAddress({ clientId, endpoints }, returnTo, account?: Pick<Account, 'endSession'>) {
    const address = endpoints.logout || account?.endSession
    if (!address) return undefined
    const url = new URL(address)
    url.searchParams.set('client_id', clientId)
    url.searchParams.set('post_logout_redirect_uri', returnTo)
    return url.href
  },
} satisfies Provider
