import { namesOf, plainDialect } from '../claims/dialect'
import { manifests } from '../hosts/manifests'
import { doorOf } from '../login-page/door'
import type { CheckPorts } from '../setup/check/context'
import { discover } from '../setup/discover'
import { dialects } from '../sso-apps/dialects'
import { discoveries } from '../sso-apps/discovery'
import { readDiscoveries } from './door-stores'
import { doorsOf } from './doors-for-pages'
import { fetchJson } from './fetch-json'
import { fetchText, limits } from './fetch-text'
import { follow } from './follow'
import { isGranted } from './grants'
import { ask } from './messages'
import { redirectAddress } from './redirect-address'
import { startOf } from './ways'

const seconds = 1000

/** The browser, as a connection check uses it from one of our own pages. */
export const checkPorts: CheckPorts = {
  manifests,
  get redirectUri() {
    return redirectAddress()
  },
  now: () => Date.now() / seconds,
  isGranted,
  async get(address) {
    const reply = await fetchText(address, ...limits)
    if ('failed' in reply) return reply
    const serverTime = Date.parse(reply.date ?? '') / seconds
    return { status: reply.status, text: reply.text, ...(!Number.isNaN(serverTime) && { serverTime }) }
  },
  follow,
  discover: (baseUrl) => discover(baseUrl, discoveries, fetchJson),
  known: async (baseUrl) => (await readDiscoveries())[baseUrl]?.known,
  start: async (baseUrl) => startOf(doorOf(baseUrl, await doorsOf([{ baseUrl }]))),
  trySignIn: (provider) => ask('trySignIn', provider),
  spell: (claims, app) =>
    namesOf(claims, dialects[app ?? ''] ?? plainDialect).flatMap(({ name, names }) => [name, ...Object.values(names)]),
}
