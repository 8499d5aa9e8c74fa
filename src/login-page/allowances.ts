import { attemptMark } from './attempt'
import { afterwards } from './bypass'
import type { Door } from './door'
import { byKey, type Draft, domainsOf, mainFrameGet, priority } from './rule'

/**
 * Escapes that a destination is refused for, once or twice encoded, and such as a cookie cannot hold once they are decoded: an
 * address with one of them is for the decision table to judge.
 */
const oddEscapes = ['%20', '%22', '%2C', '%3B', '%5C', '%7F', '%250', '%251', '%257F', '%2525']

/** The rules that leave a login page to the content script, which every redirect of a login page has to stand back from. */
export function allowances(doors: readonly Door[]): readonly Draft[] {
  const domains = domainsOf(doors)
  const contexts = byKey(doors, ({ baseUrl }) => new URL(baseUrl).pathname.split('/')[1] ?? '')
  return [
    ...[...contexts].flatMap(([context, those]) => (context ? contextInFront(context, domainsOf(those)) : [])),
    ...oddEscapes.map((odd) => allow(domains, `/login.action*destination=*${odd}`, priority.odd)),
    allow(domains, '/login.action*destination=*&os_destination=', priority.odd),
    allow(domains, '/login.action*destination=*&destination=', priority.odd),
    allow(domains, `/login.action*${attemptMark}`, priority.asked),
    ...askedFor(doors),
  ]
}

/** A rule that lets an address pass as it is. `urlFilter` as browsers read it. */
export const allow = (requestDomains: readonly string[], urlFilter: string, priority: number): Draft => ({
  priority,
  condition: { urlFilter, requestDomains, ...mainFrameGet },
  action: { type: 'allow' },
})

/** A destination that begins with the context path may have it twice over. */
const contextInFront = (context: string, domains: readonly string[]): readonly Draft[] =>
  ['%2F', '/'].map((slash) => allow(domains, `/login.action*destination=${slash}${context}`, priority.odd))

/** The parameters that ask for the plain form, or say that something is over, each on the sites that heed it. */
function askedFor(doors: readonly Door[]): readonly Draft[] {
  const heeded = doors.flatMap((door) => [...afterwards, ...door.bypass].map((parameter) => ({ ...door, parameter })))
  return [...byKey(heeded, ({ parameter }) => parameter)].map(([parameter, those]) =>
    allow(domainsOf(those), `/login.action*^${parameter}^`, priority.asked),
  )
}
