import type { Meaning } from '../claims/glossary'
import { say } from './words'

/** What a claim means, in a sentence. */
export const meaningInWords = (meaning: Meaning): string => say(`claim_${meaning}`)
