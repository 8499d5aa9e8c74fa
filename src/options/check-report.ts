import { ownVersion } from '../platform/own-package'
import type { ProviderSettings, SiteSettings } from '../settings/catalog'
import { faultInWords } from '../ui/fault-words'
import { keyOf, say } from '../ui/words'
import { foundInWords } from './found-in-words'
import type { StepState } from './use-check'

interface About {
  readonly site?: SiteSettings
  readonly pool?: ProviderSettings
}

const signs = { waiting: '·', running: '·', passed: '✓', failed: '✗', skipped: '–' } as const

/** A whole check as a text for a ticket. Steps tell nothing of a person; what slipped in by a server's own words is taken out. */
export function checkReport(steps: readonly StepState[], { site, pool }: About): string {
  const lines = [
    `# ${say('checkReportTitle')}`,
    '',
    `- Latchkey ${ownVersion()}, ${navigator.userAgent}`,
    ...(site ? [`- ${say('assistantSite')}: ${site.baseUrl}`] : []),
    ...(pool ? [`- ${say('setting_sites_provider')}: ${pool.userPoolId}, ${pool.domain}, ${pool.clientId}`] : []),
    '',
    ...steps.flatMap(reported),
  ]
  return `${lines.map(redacted).join('\n')}\n`
}

function reported(step: StepState): readonly string[] {
  const name = say(keyOf('step', step.name))
  if (step.phase !== 'ended') return [`${signs[step.phase]} ${name}`]
  const { result, took } = step
  const time = result.outcome === 'skipped' ? '' : ` (${say('milliseconds', String(Math.round(took)))})`
  const head = `${signs[result.outcome]} ${name}${time}`
  if (result.outcome === 'passed') return [result.found ? `${head}: ${foundInWords(step.name, result.found)}` : head]
  if (result.outcome === 'skipped') return [`${head}: ${say(keyOf('skipped', result.because))}`]
  const { title, next, clippings } = faultInWords(result.fault)
  return [`${head}: ${title}. ${next}`, ...clippings.map(({ label, value }) => `  ${label}: ${value}`)]
}

/** E-mail addresses, telephone numbers and tokens have no business in a ticket. */
const redacted = (line: string): string =>
  line
    .replace(/[^\s@"“”<>]+@[^\s@"“”<>]+\.[^\s@"“”<>]+/g, '…@…')
    .replace(/\+\d[\d ()./-]{5,}\d/g, '…')
    .replace(/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '…')
