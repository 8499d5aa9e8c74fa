import { useMemo } from 'preact/hooks'
import { plainDialect } from '../claims/dialect'
import { findingsOf } from '../claims/findings'
import { type Finding, usualReads } from '../claims/findings/finding'
import type { Subject } from '../claims/subject'
import { semanticsOf } from '../sso-apps/mapping'
import { useBench } from './bench'

/** What is wrong with somebody's claims, seen from the mapping of the site at hand. */
export function useFindings({ sources, tokens, findings }: Subject): readonly Finding[] {
  const { site, app } = useBench()
  const mapping = site?.mapping
  const size = tokens.id?.length
  return useMemo(() => {
    if (findings) return findings
    const reads = mapping ? semanticsOf(app?.id ?? '').reads(mapping) : usualReads
    return findingsOf({ sources, reads, dialect: app?.dialect ?? plainDialect, ...(size !== undefined && { size }) })
  }, [sources, findings, mapping, app?.id, size])
}
