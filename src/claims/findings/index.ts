import { type Finding, type FindingCode, type FindingInput, findingFacts } from './finding'
import { groupFindings } from './groups'
import { lifetimeFindings } from './lifetime'
import { numberFindings } from './numbers'
import { personFindings } from './person'
import { tokenFindings } from './tokens'
import { usernameFindings } from './username'
import { valueFindings } from './values'

const order = Object.keys(findingFacts) as readonly FindingCode[]

/** Everything that an administrator should know about these claims, the most urgent first. */
export const findingsOf = (look: FindingInput): readonly Finding[] =>
  [tokenFindings, lifetimeFindings, groupFindings, usernameFindings, personFindings, valueFindings, numberFindings]
    .flatMap((find) => find(look))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
