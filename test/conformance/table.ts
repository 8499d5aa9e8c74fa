import type { Column, Part, Results } from './results'
import { type RpCase, rpCases } from './rp-cases'
import { told } from './rp-words'
import { suites } from './suites'

/** What one column found in one part. Throws when its tests have not run. */
export type Found = (column: Column, part: Part) => Results

const ours = ['core', 'chromium', 'firefox'] as const
const all = [...ours, 'openid-client'] as const
const signs: Readonly<Record<string, string>> = { yes: '✓', no: '✗', late: 'late' }
const names: Readonly<Record<Column, string>> = {
  core: 'Core',
  chromium: 'Chromium',
  firefox: 'Firefox',
  'openid-client': 'openid-client 6',
}

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (heads: readonly string[], rows: readonly string[]) => [row(...heads), row(...heads.map(() => '---')), ...rows].join('\n')

/** docs/conformance.md: what became of every case that others wrote, the same text for the same results. */
export const conformanceDocument = (found: Found): string =>
  [head, summary(found), rpTable(found), between, vectorTable(found), ''].join('\n\n')

const head = `# Conformance

Written by \`npm run conformance\`, held up to date by \`npm test\`. The core was run in Node, and the built extension in Chromium and in
Firefox. ✓ means that the row went as wanted; a refusal counts only if nothing more was asked of the provider after
its fault. The vectors are other people's and are not part of this project.

## The OpenID Foundation's cases for relying parties

From the [conformance suite](https://gitlab.com/openid/conformance-suite), by its ids and in brackets by those of its predecessor. The
plans for certification are *Basic* and *Config*; the others are extra. [openid-client](https://github.com/panva/openid-client), which
is certified, stands beside us as the peer, in Node: *late* means that it refused, but after a further request. Its other answers are
choices, not faults: it reads keys anew after a minute at the earliest, takes a code flow's \`at_hash\` as it comes, and leaves it to the
application how old a sign-in may be. – means that the row was not run there.`

const between = `## Signatures and tokens

[Project Wycheproof](https://github.com/C2SP/wycheproof), the [JOSE cookbook](https://www.rfc-editor.org/rfc/rfc7520), and tokens after
[RFC 8725](https://www.rfc-editor.org/rfc/rfc8725) and public lists of attacks, as a verifier must see them that knows RS256 alone.
In the browsers it is our verifier, bundled as the extension is, on a page of the extension: what differs is the browser's cryptography.
Whether a key has the ROCA flaw is not looked at: an issuer with a key that weak is not made safe by one client that refuses it.`

function summary(found: Found): string {
  const judged = rpCases.filter(({ our_expect }) => our_expect === 'accept' || our_expect === 'reject')
  const count = (column: Column, result: string) => judged.filter(({ id }) => found(column, 'rp')[id] === result).length
  const late = (column: Column) => (count(column, 'late') ? `, and ${count(column, 'late')} late` : '')
  return all.map((column) => `**${names[column]}**: ${count(column, 'yes')} of ${judged.length}${late(column)}.`).join(' ')
}

const plans: readonly [mark: string, name: string][] = [
  ['-basic-cert', 'Basic'],
  ['-config-cert', 'Config'],
  ['refreshtoken', 'Refresh'],
  ['fapi2', 'FAPI 2'],
  ['fapi1', 'FAPI 1'],
  ['logout', 'Logout'],
]
const planOf = (each: RpCase) =>
  plans
    .filter(([mark]) => each.plans.some((plan) => plan.includes(mark)))
    .map(([, name]) => name)
    .join(', ') || 'not for certification'

const wishes: Readonly<Record<RpCase['our_expect'], string>> = {
  accept: 'accepted',
  reject: 'refused',
  adapted: 'signed out, whatever comes back',
  'n/a': 'no secret is sent',
}
const wishOf = ({ our_expect, oidf_expect }: RpCase) =>
  wishes[our_expect] + (oidf_expect === 'either' ? '; the Foundation allows both' : '')

const rpTable = (found: Found) =>
  table(
    ['Plan', 'Id', 'What the provider does', 'Wanted', ...all.map((column) => names[column])],
    rpCases.map((each) => {
      const id = `\`${each.id}\`${each.legacy && ` (${each.legacy})`}`
      const cells = all.map((column) => signs[found(column, 'rp')[each.id] ?? ''] ?? '–')
      return row(planOf(each), id, told(each), wishOf(each), ...cells)
    }),
  )

const vectorTable = (found: Found) =>
  table(
    ['Suite', 'What it tries', ...ours.map((column) => names[column])],
    suites.map(({ id, tries }) => row(id, tries, ...ours.map((column) => found(column, 'vectors')[id] ?? '–'))),
  )
