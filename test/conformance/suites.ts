import { attackTokens } from './attacks'
import { cookbook } from './cookbook'
import type { Suite } from './trial'
import { wycheproof } from './wycheproof'

/** Every suite of signatures and tokens that others wrote, in the order of docs/conformance.md. */
export const suites: readonly Suite[] = [...wycheproof, cookbook, attackTokens]
