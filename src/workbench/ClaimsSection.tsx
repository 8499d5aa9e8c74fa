import { plainDialect } from '../claims/dialect'
import { rowsOf } from '../claims/rows'
import { ClaimsTable } from '../ui/ClaimsTable'
import { useBench } from './bench'
import { Nobody } from './Nobody'

/** The claims of the person at hand, in the spelling of the site's SSO app. */
export function ClaimsSection() {
  const { subject, app, now } = useBench()
  if (!subject) return <Nobody />
  const rows = rowsOf(subject.sources.id ?? {}, app?.dialect ?? plainDialect)
  return <ClaimsTable rows={rows} now={now} {...(app && { app: app.name })} />
}
