import { plainDialect } from '../../../claims/dialect'
import type { MappingSemantics } from '../../../mapping/semantics'
import { unverified } from '../../../mapping/unverified'

/** miniOrange SAML: all that is known of its mapping is one choice of its form that its sister has not. */
export const mapping: MappingSemantics = {
  ...unverified(plainDialect),
  beyond: ['Assign Default Groups To: Users with no IDP Groups'],
}
