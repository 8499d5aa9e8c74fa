import type { Entry } from '../../claims/entries'
import { asMarkdown } from '../../claims/export'
import type { Finding } from '../../claims/findings/finding'
import { findingFacts } from '../../claims/findings/finding'
import type { JournalEntry } from '../../platform/journal-store'
import type { Check, Verification } from '../../session/verify'
import type { ProviderSettings } from '../../settings/catalog'
import { checkLabel, statedInWords } from '../../ui/check-words'
import { decisionInWords } from '../../ui/decision-words'
import { keyOf, say } from '../../ui/words'
import { findingInWords, whereInWords } from '../finding-words'

/** What a report for a ticket is made of; claims and findings are redacted already. */
interface ReportParts {
  readonly version: string
  readonly browser: string
  /** As a person reads it. */
  readonly at: string
  readonly site?: string
  readonly app?: { readonly id: string; readonly name: string }
  /** The kind of identity provider that issued the claims. */
  readonly issuedBy?: ProviderSettings['kind']
  readonly journal: readonly JournalEntry[]
  readonly verification?: Verification
  readonly findings: readonly Finding[]
  readonly entries: readonly Entry[]
}

/** What happened and what is known, for somebody who has to mend it, as Markdown. Nothing in it names a person or opens anything. */
export function reportOf(parts: ReportParts): string {
  const { version, browser, at, site, app, journal, verification, findings, entries } = parts
  const facts = [
    say('reportMadeBy', version, browser, at),
    site && say('reportSite', site),
    say('reportApp', app?.name ?? say('reportAppUnknown')),
  ]
  return [
    chapter(
      say('reportTitle'),
      facts.flatMap((fact) => (fact ? [item(fact)] : [])),
      '#',
    ),
    chapter(
      say('reportDecisions'),
      journal.map(({ at: when, address, decision }) => item(`${new Date(when).toISOString()} ${address}: ${decisionInWords(decision)}`)),
    ),
    chapter(say('benchChecks'), verification?.checks.map(checkLine) ?? [item(say('checksNone'))]),
    chapter(
      say('reportFindings'),
      findings.map((finding) => findingLine(finding, parts)),
    ),
    `## ${say('benchClaims')}\n\n${asMarkdown(entries, [say('claimName'), say('claimValue'), say('sieveSource')])}`,
  ].join('\n')
}

const chapter = (title: string, lines: readonly string[], mark = '##'): string =>
  `${mark} ${title}\n\n${lines.length > 0 ? lines.join('\n') : item(say('reportNothing'))}\n`

/** Names in it may have signs that Markdown takes for its own; a low line within a word it leaves alone, and tickets are read unformatted too. */
const item = (text: string): string =>
  `- ${text.replace(/[\r\n]+/g, ' ').replace(/[\\`*~<>&|[\]#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')}`

/** What these compare is the person's, or opens something; a key that stands twice may be a person's name. */
const secretChecks: ReadonlySet<string> = new Set(['sub', 'userinfo_sub', 'nonce', 'at_hash', 'keys'])

function checkLine({ name, passed, wanted, found }: Check): string {
  const line = say('reportCheck', checkLabel(name), say(passed ? 'checkPassed' : 'checkFailed'))
  return item(
    passed || secretChecks.has(name) || !wanted ? line : say('reportCheckFailed', line, statedInWords(wanted), statedInWords(found)),
  )
}

function findingLine(finding: Finding, parts: ReportParts): string {
  const { title, next } = findingInWords(finding, parts.app?.id)
  const { severity, where } = findingFacts[finding.code]
  return item(`${say(keyOf('severity', severity))} ${title} ${next} (${whereInWords(where, parts)})`)
}
