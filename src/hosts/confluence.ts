import type { Page, PageKind } from '../login-page/page'
import type { HostSigns } from '../login-page/recognise'

const doorPaths = ['login.action', 'dologin.action', 'authenticate.action', 'logout.action'] as const
type DoorPath = (typeof doorPaths)[number]

/** Confluence Data Center and Server, versions 5 to 10. */
export default {
  name: 'Confluence',
  doorPaths,
  loginPaths: ['dologin.action', 'rest/tsv/1.0/authenticate'],
  recognise(page) {
    const { url, document } = page
    const path = doorPaths.find((name) => url.pathname.endsWith(`/${name}`))
    const evidence = document ? marksIn(document) : []
    if (isSomebodyElse(page) || (document ? evidence.length === 0 : !path)) return undefined
    const version = meta(document, 'ajs-version-number') ?? document?.querySelector('#footer-build-information')?.textContent?.trim()
    return {
      kind: kindOf(page, path),
      baseUrl: baseUrlOf(page, path),
      ...(version && { version }),
      evidence: [...(path ? [path] : []), ...evidence],
    }
  },
} satisfies HostSigns

/** Any one of these tells Confluence from everything else; themes and languages leave them alone. */
const marks: readonly string[] = [
  'body#com-atlassian-confluence',
  'form[action$="/dologin.action"]',
  'form[action="dologin.action"]',
  'form[action*="doauthenticate.action"]',
  'meta[name="ajs-is-confluence-admin"]',
  '#footer-build-information',
  'form #username-field',
]
const marksIn = (document: Document) => marks.filter((mark) => document.querySelector(mark))

/** Jira, Bitbucket, Bamboo and Crowd share ids and words with Confluence; these are theirs alone. */
const foreign = 'meta[name="application-name"][data-name="jira" i], #login-form-username, #j_username, #loginForm_os_username, body#jira'
const isSomebodyElse = ({ url, document }: Page) =>
  url.pathname.endsWith('/console/login.action') || Boolean(document?.querySelector(foreign))

function kindOf({ url, document }: Page, path: DoorPath | undefined): PageKind {
  const signedIn = Boolean(meta(document, 'ajs-remote-user'))
  if (path === 'logout.action') return 'logging-out'
  if (path === 'authenticate.action') return 'admin-login'
  if (!path) return signedIn ? 'signed-in' : meta(document, 'ajs-remote-user') === '' ? 'anonymous' : 'other'
  if (signedIn) return url.searchParams.has('permissionViolation') ? 'no-permission' : 'signed-in'
  if (url.searchParams.get('logout') === 'true') return 'logged-out'
  if (path === 'dologin.action' || document?.querySelector('#action-messages .aui-message-error, #captcha-container')) return 'login-failed'
  return 'login'
}

function baseUrlOf({ url, document }: Page, path: DoorPath | undefined): string {
  if (path) return `${url.origin}${url.pathname.slice(0, -path.length)}`
  return `${url.origin}${meta(document, 'ajs-context-path') ?? ''}/`
}

const meta = (document: Document | undefined, name: string): string | undefined =>
  document?.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined
