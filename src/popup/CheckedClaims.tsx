import { ChecksTable } from '../ui/ChecksTable'
import { ClaimsTable } from '../ui/ClaimsTable'
import type { ClaimsView } from './sign-in-state'

/** The checks of a token, and below them its claims. `now` in seconds since the epoch. */
export const CheckedClaims = ({ view: { verification, rows, app, mayCopy }, now }: { readonly view: ClaimsView; readonly now: number }) => (
  <>
    <ChecksTable verification={verification} />
    <ClaimsTable rows={rows} mayCopy={mayCopy} now={now} app={app} />
  </>
)
