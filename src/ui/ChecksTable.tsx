import type { Verification } from '../session/verify'
import { Fold } from './Fold'
import { later } from './later'
import { say } from './words'

interface Props {
  readonly verification: Verification
  /** Shows them unasked; else those alone of a token that failed one. */
  readonly open?: boolean
}

const Checks = later(async () => (await import('./Checks')).Checks)

/** Every check of a token under a summary that opens. */
export function ChecksTable({ verification: { verified, checks }, open = false }: Props) {
  const passed = checks.filter((check) => check.passed).length
  return (
    <Fold class="checks" isOpen={open || !verified} summary={say('checksSummary', String(passed), String(checks.length))}>
      {() => <Checks checks={checks} />}
    </Fold>
  )
}
