import type { Account } from './directory'
import type { ConfluenceSettings } from './settings'
import { styles } from './styles'

interface Shell {
  readonly settings: ConfluenceSettings
  readonly base: string
  /** Path and query below the context path: where the log-in link comes back to. */
  readonly target: string
  readonly account: Account | undefined
  readonly title: string
  /** HTML. */
  readonly main: string
  readonly bodyClass: string
}

/** A whole page: the marks by which Confluence is told apart, the header, `main`, and the footer. */
export function pageShell(shell: Shell): string {
  const { settings, account, title, main, bodyClass } = shell
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<title>${escaped(title)} - Acme Confluence</title>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width">
${metas(shell)}
<link rel="icon" href="data:,">
<style>${styles}${settings.stylesheet}</style>
${settings.customHtml.endOfHead}
</head>
<body id="com-atlassian-confluence" class="theme-default aui-layout ${bodyClass}">
${settings.atBodyStart}${header(shell)}
<main id="main" class="aui-page-panel">
${main}
</main>
<footer id="footer" role="contentinfo">
<p>Powered by <a href="https://www.atlassian.com/software/confluence" class="hover-footer-link" rel="nofollow">Atlassian Confluence</a> <span id="footer-build-information">${escaped(settings.version)}</span></p>
<p class="stand-in">${account ? `Signed in as ${escaped(account.displayName)}` : 'Not signed in'}</p>
</footer>
${settings.customHtml.endOfBody}
</body>
</html>
`
}

// Unverified: that Confluence 10 keeps all of these on its login page.
function metas({ settings, base, account }: Shell): string {
  const values = {
    'ajs-context-path': settings.contextPath,
    'ajs-base-url': base,
    'ajs-version-number': settings.version,
    'ajs-remote-user': account?.username ?? '',
    'ajs-remote-user-key': account ? `key-${account.username}` : '',
    'ajs-current-user-fullname': account?.displayName ?? '',
    'ajs-is-confluence-admin': String(account?.groups.has('confluence-administrators') ?? false),
  }
  return Object.entries(values)
    .map(([name, value]) => `<meta name="${name}" content="${escaped(value)}">`)
    .join('\n')
}

function header({ settings: { contextPath, absoluteLoginLink }, base, target, account }: Shell): string {
  const back = encodeURIComponent((absoluteLoginLink ? base : '') + target)
  const here = target.startsWith('/login.action') || target.startsWith('/dologin.action') ? '' : `?os_destination=${back}`
  const person = account
    ? `<span id="user-menu-link">${escaped(account.displayName)}</span> <a id="logout-link" href="${contextPath}/logout.action">Log out</a>`
    : `<a id="login-link" href="${contextPath}/login.action${escaped(here)}">Log in</a>`
  return `<header id="header" role="banner"><nav>
<a id="logo" href="${contextPath}/">Acme Wiki</a>
<a href="${contextPath}/display/DS/Restricted">Design</a>
<a href="${contextPath}/display/PUB/Welcome">Welcome</a>
<span class="person">${person}</span>
</nav></header>`
}

/** Text made fit for an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A value made fit for an inline script. */
export function scripted(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
