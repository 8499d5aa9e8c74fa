import { useMemo } from 'preact/hooks'
import { plainDialect } from '../claims/dialect'
import { findingsOf } from '../claims/findings'
import { type Finding, usualReads } from '../claims/findings/finding'
import { standingAt } from '../claims/findings/lifetime'
import { payloadOf } from '../claims/payload'
import type { Subject } from '../claims/subject'
import { semanticsOf } from '../sso-apps/mapping'
import { useBench } from './bench'

/** What is wrong with somebody's claims, seen from the mapping of the site at hand. */
export function useFindings({ sources, tokens, findings, from }: Subject): readonly Finding[] {
  const { site, app, now } = useBench()
  const mapping = site?.mapping
  const { id } = tokens
  const standing = from === 'pasted' ? standingAt(sources, now) : undefined
  return useMemo(() => {
    if (findings) return findings
    const reads = mapping ? semanticsOf(app?.id ?? '').reads(mapping) : usualReads
    const token = id === undefined ? {} : { size: id.length, payload: payloadOf(id) }
    return findingsOf({ sources, reads, dialect: app?.dialect ?? plainDialect, standing, ...token })
  }, [sources, findings, mapping, app?.id, id, standing])
}
