import { unknownDirectory } from '../../src/mapping/directory'
import { javaMatch } from '../../src/mapping/matcher'
import { resolve } from '../../src/settings/resolve'
import { mapping } from '../../src/sso-apps/mapping/miniorange'
import { medianOf, ratioOf } from '../measure/figures'
import type { Measurement, Orders } from '../report/measurement'

const where = 'Node'
const [half, whole] = [500, 1000]

/** A verdict over a thousand groups and a thousand rules, and over half as many of each: twice as many may take twice as long. */
export function verdictTimes({ rounds, tell }: Orders): Measurement {
  tell('verdicts')
  const times = (count: number) => Array.from({ length: rounds + warmUps }, () => verdictOver(count)).slice(warmUps)
  const [smaller, larger] = [times(half), times(whole)]
  const table = `${where}: a verdict, in ms`
  return {
    series: [
      { table, row: `${half} groups, ${half} rules`, column: 'taken', samples: smaller },
      { table, row: `${whole} groups, ${whole} rules`, column: 'taken', samples: larger },
    ],
    figures: [
      medianOf(larger, 'ms', { what: `A verdict over ${whole} groups and ${whole} rules`, where, atMost: 20 }),
      ratioOf(larger, smaller, { what: 'A verdict over twice as many groups and rules', where, atMost: 2.5 }),
    ],
  }
}

const warmUps = 10

function verdictOver(count: number): number {
  const names = Array.from({ length: count }, (_, index) => `team-${index}`)
  const rules = names.map((name) => ({ confluenceGroup: `wiki-${name}`, when: `${name};other-${name}` }))
  const site = { baseUrl: 'https://wiki.example/', mapping: { username: 'email', groups: { rules } } }
  const [settings] = resolve({ version: 1, sites: [site] }, {}).settings.sites
  if (!settings) throw new Error('the site was not read')
  const claims = { sub: '1', email: 'ann@acme.example', 'cognito:username': 'ann', 'cognito:groups': names }
  const input = { claims, mapping: settings.mapping, allowedDomains: [], directory: unknownDirectory, assume: 'existing' } as const
  const start = performance.now()
  const verdict = mapping.judge(input, javaMatch())
  const taken = performance.now() - start
  if (verdict.memberships.length < count)
    throw new Error(`The verdict has ${verdict.memberships.length} memberships, of ${count} rules that match`)
  return taken
}
