import { defaultClients } from '../cognito/pool'
import type { LoopbackFetch } from '../stand-in'
import { type AtlassianSettings, atlassianDefaults } from './atlassian/settings'
import type { LinkedAppName } from './linked/apps'
import { type MiniOrangeSettings, miniOrangeDefaults } from './miniorange/settings'
import type { OddAnswer } from './odd-answers'

/** The OpenID provider as the SSO app knows it. */
export interface OidcClient {
  authorizeUrl: string
  tokenUrl: string
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
}

/** What an administrator of the wiki could change, and tests change while it runs. */
export interface ConfluenceSettings {
  /** How long every answer takes, in milliseconds. */
  latency: number
  /** The header of every answer. Which one a real wiki sends is unverified: it decides whether a browser keeps a page for whoever goes back. */
  cacheControl: string
  /** No session is found again, as behind a load balancer without sticky sessions. */
  forgetsSessions: boolean
  /** Whoever has to log in is sent to the bare login page, which does not say where they wanted to go. */
  forgetsDestinations: boolean
  /** HTML that an administrator put at the beginning of every page's body. */
  atBodyStart: string
  /** Without scheme and port. Not to be changed once the world has started. */
  host: string
  /** Starts with `/`, or is empty. */
  contextPath: string
  version: string
  /** `two-step` is the sign-in form of Confluence 10, rendered by the page's own script. */
  form: 'legacy' | 'two-step'
  ssoApp: 'miniorange' | 'atlassian' | LinkedAppName | 'none'
  /** What an administrator put under *Stylesheet*, on every page. */
  stylesheet: string
  /** What an administrator put under *Custom HTML*, on every page. */
  customHtml: { endOfHead: string; endOfBody: string }
  /** What questions about SSO get in the place of the app's own answer. */
  oddAnswer: OddAnswer | undefined
  /** `/display/DS/My+Page` becomes `/pages/viewpage.action?spaceKey=DS&title=My+Page` in `os_destination`. */
  canonicalDestination: boolean
  /** The header's link carries `os_destination` as a whole address. */
  absoluteLoginLink: boolean
  oidc: OidcClient
  miniorange: MiniOrangeSettings
  atlassian: AtlassianSettings
}

/** What a test may choose at the start; everything but `fetch` has a default. */
export interface ConfluenceOptions extends Partial<Omit<ConfluenceSettings, 'oidc' | 'miniorange' | 'atlassian'>> {
  /** The way to the token endpoint. */
  readonly fetch: LoopbackFetch
  oidc?: Partial<OidcClient>
  miniorange?: Partial<MiniOrangeSettings>
  atlassian?: Partial<AtlassianSettings>
}

const cognito: OidcClient = {
  authorizeUrl: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
  tokenUrl: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token',
  issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
  clientId: defaultClients.confidentialClientId,
  clientSecret: defaultClients.confidentialSecret,
  scopes: 'openid email profile',
}

/** Completes the options; the defaults are a wiki under `/confluence` that belongs to the Cognito stand-in's default pool. */
export function settingsOf({ fetch: _, oidc, miniorange, atlassian, ...plain }: ConfluenceOptions): ConfluenceSettings {
  const form = plain.form ?? 'legacy'
  return {
    latency: 0,
    cacheControl: 'no-cache, no-store, must-revalidate',
    forgetsSessions: false,
    forgetsDestinations: false,
    atBodyStart: '',
    host: 'wiki.acme.example',
    contextPath: '/confluence',
    version: form === 'legacy' ? '9.2.2' : '10.2.2',
    form,
    ssoApp: 'miniorange',
    stylesheet: '',
    customHtml: { endOfHead: '', endOfBody: '' },
    oddAnswer: undefined,
    canonicalDestination: false,
    absoluteLoginLink: false,
    ...plain,
    oidc: { ...cognito, ...oidc },
    miniorange: { ...miniOrangeDefaults(), ...miniorange },
    atlassian: { ...atlassianDefaults(), ...atlassian },
  }
}
