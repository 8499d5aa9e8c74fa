import { plainDialect } from '../../claims/dialect'
import { entriesOf } from '../../claims/entries'
import { redactedFinding, redactedSources } from '../../claims/kept'
import type { Redaction } from '../../claims/redact'
import type { Subject } from '../../claims/subject'
import { ownVersion } from '../../platform/own-package'
import { useBench } from '../bench'
import { useFindings } from '../use-findings'
import { reportOf } from './report'

/** The report for a ticket about somebody, with the decisions on the site at hand. */
export function useReport(subject: Subject, redaction: Redaction): string {
  const { site, app, issuedBy, shelf, now } = useBench()
  const findings = useFindings(subject)
  const { verification } = subject
  const isHere = (address: string) => site !== undefined && address.startsWith(site.baseUrl)
  return reportOf({
    version: ownVersion(),
    browser: /(?:Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent)?.[0] ?? '–',
    at: new Date(now * 1000).toISOString(),
    ...(site && { site: site.baseUrl }),
    ...(app && { app }),
    ...(issuedBy && { issuedBy }),
    journal: shelf.journal.filter(({ address }) => isHere(address)),
    ...(verification && { verification }),
    findings: findings.map((finding) => redactedFinding(finding, redaction)),
    entries: entriesOf(redactedSources(subject.sources, redaction), app?.dialect ?? plainDialect),
  })
}
