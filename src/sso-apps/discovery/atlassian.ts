import type { Choice } from '../../login-page/door-of-site'
import { shownText, textAt, valuesAt } from '../../setup/untrusted'
import { signs } from '../atlassian'
import type { Discovery } from '../contract'

/** The ways to log in, served to anybody. Older plug-ins spell keys with hyphens, newer ones in camel case. */
const discovery: Discovery = {
  ssoApp: signs.id,
  path: 'rest/authconfig/1.0/login-options',
  read(answer, baseUrl) {
    const results = valuesAt(answer, 'results').find(Array.isArray)?.slice(0, mostOptions) ?? []
    const idps = results.filter((result) => textAt(result, 'type') === 'IDP')
    if (idps.length === 0) return undefined
    const formHidden = !results.some((result) => textAt(result, 'type')?.endsWith('LOGIN_FORM'))
    const common = { ssoApp: signs.id, ...(formHidden && { formHidden }) }
    const choices = idps.flatMap((idp, index) => choiceIn(idp, baseUrl, index))
    if (idps.length > 1) return { ...common, serverRedirects: false, choices }
    const start = startIn(idps[0], baseUrl)
    const buttonText = shownText(textAt(idps[0], 'buttonText'))
    return { ...common, serverRedirects: formHidden, ...(buttonText && { buttonText }), ...(start && { start }) }
  },
}

export default discovery

const mostOptions = 50

function choiceIn(idp: unknown, baseUrl: string, index: number): readonly Choice[] {
  const start = startIn(idp, baseUrl)
  return start ? [{ name: shownText(textAt(idp, 'buttonText')) ?? `${index + 1}`, start }] : []
}

/** The provider's start: its link, if it leads into this very site, else its id's. A server that goes by another name links there. */
function startIn(idp: unknown, baseUrl: string): string | undefined {
  const servlet = `${new URL(baseUrl).pathname}plugins/servlet/external-login`
  const link = textAt(idp, 'loginLink') ?? ''
  const { origin, pathname } = URL.canParse(link, baseUrl) ? new URL(link, baseUrl) : new URL(baseUrl)
  const isHere = origin === new URL(baseUrl).origin && pathname.startsWith(servlet) && tail.test(pathname.slice(servlet.length))
  const [id] = valuesAt(idp, 'id').flatMap((value) => (typeof value === 'number' || typeof value === 'string' ? [`/${value}`] : []))
  const path = isHere ? pathname : id && tail.test(id) ? `${servlet}${id}` : undefined
  return path && `${path}?${signs.returnParameter}={destination}`
}

/** What may follow the servlet's name: nothing, or the id of a provider. */
const tail = /^(\/[\w-]{1,64})?$/
