import type { Redaction } from '../claims/redact'
import { useBench } from './bench'
import { plainName } from './plain-name'

/** What a redaction leaves readable for the site at hand: the claims in which its groups are. */
export function useRedaction(): Redaction {
  const { site } = useBench()
  return { groups: ['cognito:groups', 'groups', plainName(site?.mapping.groups.attribute ?? '')].filter(Boolean) }
}
