import { sayIfKnown } from './words'

/** What a check of a token is called; its own name where there is no other. */
export const checkLabel = (name: string): string => sayIfKnown(`check_${name}`) ?? name

/** What it means that a check has passed. */
export const checkMeaning = (name: string): string => sayIfKnown(`check_${name}_about`) ?? ''
