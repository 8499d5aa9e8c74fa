import { useEffect, useRef, useState } from 'preact/hooks'
import { originOf, requestGrants } from '../platform/grants'
import { ask } from '../platform/messages'
import { providers } from '../providers'
import type { ProviderSettings, SiteSettings } from '../settings/catalog'
import { Copy } from '../ui/Copy'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'
import { CheckLine } from './CheckLine'
import { checkReport } from './check-report'
import { useCheck } from './use-check'

interface Props {
  readonly site?: SiteSettings
  readonly pool?: ProviderSettings
  /** The page's address leads here. */
  readonly isWanted?: boolean
}

/** Checks a site, its user pool, or both, step by step before one's eyes. */
export function ConnectionCheck({ site, pool, isWanted = false }: Props) {
  const { features } = useOptions().resolved.settings
  const { steps, isRunning, start } = useCheck()
  const [withSignIn, setWithSignIn] = useState(true)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isWanted) button.current?.focus()
  }, [isWanted])
  const provider = providers.find(({ kind }) => kind === pool?.kind)
  const begin = () =>
    void start({ ...(site && { site }), ...(pool && provider && { pool: { settings: pool, provider } }), withSignIn: withSignIn && !!pool })
  // Browsers hear the question only while they handle the click.
  const allow = (address: string) =>
    void requestGrants([originOf(address)]).then(
      (granted) => granted && begin(),
      () => undefined,
    )
  const isOver = steps !== undefined && !isRunning
  const isSigningIn = steps?.some(({ name, phase }) => name === 'sign-in' && phase === 'running')
  const press = () => (pool && isSigningIn ? void ask('cancelSignIn', pool.id).catch(() => undefined) : !isRunning && begin())
  return (
    <div class="check">
      <div class="check-start">
        <button ref={button} type="button" aria-disabled={isRunning && !isSigningIn} onClick={press}>
          {say(isSigningIn ? 'cancel' : steps ? 'checkAgain' : 'checkConnection')}
        </button>
        {pool && (
          <label class="toggle-line">
            <input type="checkbox" checked={withSignIn} onChange={(event) => setWithSignIn(event.currentTarget.checked)} />
            {say('checkWithSignIn')}
          </label>
        )}
      </div>
      <p class="help">
        {say(site ? (pool ? 'checkAboutBoth' : 'checkAboutSite') : 'checkAboutPool')}
        {pool && ` ${say('checkAboutSignIn')}`}
      </p>
      {steps && (
        <ol class="check-steps">
          {steps.map((step) => (
            <CheckLine key={step.name} step={step} allow={allow} />
          ))}
        </ol>
      )}
      <p class="check-verdict" role="status">
        {isRunning && say('checkRunning')}
        {isOver && verdict(steps)}
      </p>
      {isOver && features.export && (
        <div class="actions">
          <Copy full value={checkReport(steps, { ...(site && { site }), ...(pool && { pool }) })} what={say('checkReport')} />
        </div>
      )}
    </div>
  )
}

function verdict(steps: NonNullable<ReturnType<typeof useCheck>['steps']>): string {
  const count = (outcome: string) => steps.filter((step) => step.phase === 'ended' && step.result.outcome === outcome).length
  const failed = count('failed')
  if (failed > 0) return say('checkFailures', String(failed))
  const skipped = count('skipped')
  return skipped > 0 ? say('checkSkipped', String(skipped)) : say('checkFine')
}
