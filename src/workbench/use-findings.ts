import { useMemo } from 'preact/hooks'
import { findingsOf } from '../claims/findings'
import type { Finding } from '../claims/findings/finding'
import type { Subject } from '../claims/subject'
import { useBench } from './bench'
import { plainName } from './plain-name'

/** What is wrong with somebody's claims, seen from the mapping of the site at hand. */
export function useFindings({ sources, tokens, findings }: Subject): readonly Finding[] {
  const { site } = useBench()
  const { username = '', groups } = site?.mapping ?? {}
  const size = tokens.id?.length
  return useMemo(() => {
    if (findings) return findings
    const reads = { username: plainName(username) || 'cognito:username', groups: plainName(groups?.attribute ?? '') || 'cognito:groups' }
    return findingsOf({ sources, reads, ...(size !== undefined && { size }) })
  }, [sources, findings, username, groups?.attribute, size])
}
