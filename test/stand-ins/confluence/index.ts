import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StandIn } from '../stand-in'
import { finishAtlassian } from './atlassian/callback'
import { showSsoLogout } from './atlassian/gateway'
import { showLoginOptions } from './atlassian/login-options'
import { startAtlassian } from './atlassian/start'
import { showAdministration, showContent } from './content'
import { freshDirectory } from './directory'
import { type Exchange, exchangeOf, type Site } from './exchange'
import { linkedApp } from './linked/apps'
import { passLinked } from './linked/pass'
import { logOut, receiveLogin, receiveWebsudo, showLogin, showWebsudo } from './login'
import { finishMiniOrange } from './miniorange/callback'
import { showConfig } from './miniorange/config'
import { startMiniOrange } from './miniorange/start'
import { answerOddly } from './odd-answers'
import { authenticate, showCurrentUser, showGroups, showManifest, showMembership, showUser } from './rest'
import { memorySessions } from './sessions'
import { type ConfluenceOptions, type ConfluenceSettings, settingsOf } from './settings'

/** A wiki on one host, and the hooks by which a test changes it. */
export interface ConfluenceStandIn extends StandIn {
  /** Read anew at every request. */
  readonly settings: ConfluenceSettings
  /** Everybody is signed out of the wiki, as after a restart. */
  endSessions(): void
  /** An account is gone, as if an administrator had removed it. */
  remove(username: string): void
  /** Makes a group that nobody is in. */
  addGroup(name: string): void
  /** Groups of an account, sorted; none for nobody. */
  groupsOf(username: string): string[]
}

type Answer = (exchange: Exchange) => void | Promise<void>

/** Starts a Confluence Data Center. @see Atlassian: Confluence Data Center documentation */
export function confluenceStandIn(options: ConfluenceOptions): ConfluenceStandIn {
  const settings = settingsOf(options)
  const site: Site = { settings, sessions: memorySessions(), directory: freshDirectory(), fetch: options.fetch, testing: false }
  return {
    hosts: [settings.host],
    settings,
    endSessions: () => site.sessions.endAll(),
    remove: (username) => site.directory.remove(username),
    addGroup: (name) => void site.directory.groups.add(name),
    groupsOf: (username) => [...(site.directory.find(username)?.groups ?? [])].sort(),
    async handle(request: IncomingMessage, response: ServerResponse) {
      if (settings.latency) await new Promise((passed) => setTimeout(passed, settings.latency))
      const exchange = exchangeOf(site, request, response)
      if (!exchange) return void response.writeHead(404).end()
      const answer = answerAt(exchange)
      if (answer) await answer(exchange)
      else if (!showContent(exchange)) exchange.page('Page Not Found', '<h1>Page Not Found</h1>', { status: 404 })
    },
  }
}

const own: Readonly<Record<string, Answer>> = {
  '/login.action': showLogin,
  '/dologin.action': receiveLogin,
  '/logout.action': logOut,
  '/authenticate.action': showWebsudo,
  '/doauthenticate.action': receiveWebsudo,
  '/rest/api/user/current': showCurrentUser,
  '/rest/api/user': showUser,
  '/rest/api/user/memberof': showMembership,
  '/rest/api/group': showGroups,
  '/rest/applinks/1.0/manifest': showManifest,
}

const twoStep: Readonly<Record<string, Answer>> = { '/rest/tsv/1.0/authenticate': authenticate }

const miniorange: Readonly<Record<string, Answer>> = {
  '/plugins/servlet/oauth/auth': startMiniOrange,
  '/plugins/servlet/oauth/callback': finishMiniOrange,
  '/plugins/servlet/oauth/getconfig': showConfig,
}

const atlassian: Readonly<Record<string, Answer>> = {
  '/plugins/servlet/oidc/callback': finishAtlassian,
  '/plugins/servlet/sso-logout': showSsoLogout,
  '/rest/authconfig/1.0/login-options': showLoginOptions,
  '/rest/authconfig/latest/login-options': showLoginOptions,
}

/** What anybody may ask about SSO. */
const questions: readonly string[] = ['/plugins/servlet/oauth/getconfig', '/rest/authconfig/1.0/login-options']

/** Addresses of an SSO app that is not installed are nobody's. */
function answerAt({ path, site: { settings } }: Exchange): Answer | undefined {
  const { ssoApp, form, oddAnswer } = settings
  const linked = linkedApp(ssoApp)
  const known = { ...own, ...(form === 'two-step' && twoStep), ...(ssoApp === 'miniorange' && miniorange) }
  if (path.startsWith('/admin/')) return showAdministration
  if (oddAnswer && questions.includes(path)) return (exchange) => answerOddly(exchange, oddAnswer)
  if (linked && path === linked.path) return (exchange) => passLinked(exchange, linked)
  if (ssoApp === 'atlassian' && /^\/plugins\/servlet\/external-login(\/|$)/.test(path)) return startAtlassian
  return { ...known, ...(ssoApp === 'atlassian' && atlassian) }[path]
}
