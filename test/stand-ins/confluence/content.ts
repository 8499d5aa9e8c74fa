import { canonical } from './destination'
import { administrators, noAccess } from './directory'
import type { Exchange } from './exchange'
import { escaped } from './pages'

/** Wiki pages: `/`, `/display/…`, `/pages/viewpage.action`, `/pages/tinyurl.action`, `/x/…`; false for any other address. */
export function showContent(exchange: Exchange): boolean {
  const found = pageAt(exchange)
  if (!found) return false
  const { account } = exchange
  const open = found.space === 'PUB'
  const permitted = open || (account && !account.groups.has(noAccess) && found.space !== 'SECRET')
  if (!permitted) askToSignIn(exchange)
  else exchange.page(found.title, article(found.title))
  return true
}

/** Sends whoever may not see this to the login page, signed in or not. */
export function askToSignIn({ site: { settings }, redirect, target }: Exchange): void {
  const destination = encodeURIComponent(settings.canonicalDestination ? canonical(target) : target)
  const query = settings.forgetsDestinations ? '' : `?os_destination=${destination}&permissionViolation=true`
  redirect(`${settings.contextPath}/login.action${query}`)
}

/** `/admin/…`: administrators only, after they have given their password once more. */
export function showAdministration(exchange: Exchange): void {
  const { account, session, site, target, redirect, page } = exchange
  if (!account?.groups.has(administrators)) return void askToSignIn(exchange)
  if (!session?.elevated) return void redirect(`${site.settings.contextPath}/authenticate.action?destination=${encodeURIComponent(target)}`)
  page('General Configuration', '<h1>General Configuration</h1><p>You are looking at the administration of this wiki.</p>')
}

interface Found {
  readonly space: string
  readonly title: string
}

function pageAt({ path, query }: Exchange): Found | undefined {
  if (['/', '/index.action', '/dashboard.action'].includes(path)) return { space: '', title: 'Dashboard' }
  if (path === '/pages/viewpage.action') return { space: query.get('spaceKey') ?? '', title: query.get('title') ?? 'Untitled' }
  if (path === '/pages/tinyurl.action') return { space: 'DS', title: `Short link ${query.get('urlIdentifier') ?? ''}` }
  const [, tiny] = /^\/x\/([^/]+)$/.exec(path) ?? []
  if (tiny) return { space: 'DS', title: `Short link ${tiny}` }
  const [, space, title] = /^\/display\/([^/]+)(?:\/(.*))?$/.exec(path) ?? []
  return space ? { space, title: readable(title ?? 'Home') } : undefined
}

/** In a path of Confluence `+` is a blank. */
function readable(segment: string): string {
  try {
    return decodeURIComponent(segment.replaceAll('+', ' '))
  } catch {
    return segment
  }
}

const sections = ['Purpose', 'Background', 'Decisions', 'Open questions', 'Timeline', 'People', 'Further reading']
const sentences = [
  'The harbour office moves its rotas here at the end of the quarter.',
  'Every crew keeps its own page, and the shift leads agree on the order of berths before the tide tables are printed.',
  'Whoever changes a rota writes one line below it, with the day and the reason.',
  'Pilots read this page on the quay, so it has to be right by six in the morning.',
  'Figures older than a year move to the archive, where only the yard can change them.',
]

/** Long enough that an anchor near its end scrolls. */
function article(title: string): string {
  const parts = sections.map((name, index) => {
    const turned = [...sentences.slice(index % sentences.length), ...sentences.slice(0, index % sentences.length)]
    const paragraphs = [turned, turned.slice(2), turned.slice(1, 4)].map((one) => `<p>${one.join(' ')}</p>`)
    const id = name.replaceAll(' ', '')
    return `<h2 id="${id}">${name}</h2>\n${paragraphs.join('\n')}`
  })
  return `<h1 id="title-text">${escaped(title)}</h1>\n<div id="main-content" class="wiki-content">\n${parts.join('\n')}</div>`
}
