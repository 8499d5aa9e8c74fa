import { useMemo } from 'preact/hooks'
import { plainDialect } from '../claims/dialect'
import { findingsOf } from '../claims/findings'
import { type Finding, usualReads } from '../claims/findings/finding'
import { payloadOf } from '../claims/payload'
import type { Subject } from '../claims/subject'
import { semanticsOf } from '../sso-apps/mapping'
import { useBench } from './bench'

/** What is wrong with somebody's claims, seen from the mapping of the site at hand. */
export function useFindings({ sources, tokens, findings }: Subject): readonly Finding[] {
  const { site, app } = useBench()
  const mapping = site?.mapping
  const { id } = tokens
  return useMemo(() => {
    if (findings) return findings
    const reads = mapping ? semanticsOf(app?.id ?? '').reads(mapping) : usualReads
    const token = id === undefined ? {} : { size: id.length, payload: payloadOf(id) }
    return findingsOf({ sources, reads, dialect: app?.dialect ?? plainDialect, ...token })
  }, [sources, findings, mapping, app?.id, id])
}
