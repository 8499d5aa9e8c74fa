import { vi } from 'vitest'
import type { Door } from '../../../src/login-page/door'
import type { Rule } from '../../../src/login-page/rule'
import { browser as fake, world } from '../../ui/fake-browser'

/** The rules of the session, as the browser holds them. */
export const sessionRules: Rule[] = []
/** The rules that outlive it. */
export const dynamicRules: Rule[] = []

type Listener = (details: never) => void
const eventNames = ['onBeforeRequest', 'onHeadersReceived', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred'] as const
/** Who listens for requests, whatever addresses they listen for. */
export const listeners = Object.fromEntries(eventNames.map((name) => [name, new Set<Listener>()])) as Record<
  (typeof eventNames)[number],
  Set<Listener>
>
/** What they listen for, in the order in which they began. */
export const filters: { readonly urls: readonly string[]; readonly types: readonly string[] }[] = []
const unheard = { addListener: () => undefined }

/** The fake browser with the parts that only the background uses. */
export const browser = {
  ...fake,
  alarms: { create: vi.fn(), onAlarm: unheard },
  permissions: { ...fake.permissions, onAdded: unheard },
  webRequest: Object.fromEntries(
    eventNames.map((name) => [
      name,
      {
        addListener(listener: Listener, filter: (typeof filters)[number]) {
          listeners[name].add(listener)
          filters.push(filter)
        },
      },
    ]),
  ),
  declarativeNetRequest: {
    getSessionRules: async () => [...sessionRules],
    updateSessionRules: async ({ addRules }: { addRules: Rule[] }) => void sessionRules.splice(0, sessionRules.length, ...addRules),
    getDynamicRules: async () => [...dynamicRules],
    updateDynamicRules: async ({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: Rule[] }) => {
      const left = dynamicRules.filter(({ id }) => !removeRuleIds.includes(id))
      dynamicRules.splice(0, dynamicRules.length, ...left, ...addRules)
    },
  },
}

/** A site in force, whose login pages the browser's own rules redirect. */
export const door = {
  baseUrl: 'https://wiki.acme.com/confluence/',
  name: 'Acme wiki',
  enabled: true,
  onLoginPage: 'redirect',
  delaySeconds: 0,
  adminLogin: 'form',
  anonymous: 'allow',
  relayState: '',
  ssoApp: 'miniorange',
  start: '/confluence/plugins/servlet/oauth/auth?return_to={destination}',
  buttonText: 'Log in with SSO',
  bypass: ['oauth_sso=false'],
  backdoor: 'oauth_sso=false',
  serverRedirects: false,
  ruled: true,
} satisfies Door

/** Where the doors in force at the site's origin are stored. */
export const { origin } = new URL(door.baseUrl)

/** Puts the site into settings and in force. */
export function configureDoor(): void {
  const { baseUrl, name } = door
  Object.assign(world.local, {
    settings: { version: 1, sites: [{ baseUrl, name }], providers: [] },
    doorOrigins: [origin],
    [origin]: [door],
  })
}

/** A request for a document of the site, as the browser tells of it. */
export const request = (path: string, more: object = {}) =>
  ({ url: door.baseUrl + path, method: 'GET', tabId: 7, requestId: '1', timeStamp: Date.now(), type: 'main_frame', ...more }) as never
