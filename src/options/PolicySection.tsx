import { useState } from 'preact/hooks'
import { Copy } from '../ui/Copy'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'
import { EffectiveValues, effectiveText } from './EffectiveValues'
import { effectiveValues } from './effective'
import { MakePolicy } from './MakePolicy'

/** What policy has set, every value in force with where it comes from, and how to make it all into policy. */
export function PolicySection() {
  const { resolved } = useOptions()
  const [isOpen, setOpen] = useState(false)
  const hasPolicy = Object.values(resolved.sources).includes('policy')
  const values = hasPolicy || isOpen ? effectiveValues(resolved) : []
  return (
    <section id="policy" aria-labelledby="policy-title">
      <h2 id="policy-title">{say('policyTitle')}</h2>
      <div class="card">
        <p>{say(hasPolicy ? 'policySome' : 'policyNone')}</p>
        {hasPolicy && <EffectiveValues values={values.filter(({ source }) => source === 'policy')} />}
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{say('effectiveSummary')}</summary>
          {isOpen && (
            <>
              <EffectiveValues values={values} />
              <p class="actions">
                <Copy value={effectiveText(values)} what={say('effectiveWhat')} />
              </p>
            </>
          )}
        </details>
      </div>
      <MakePolicy />
    </section>
  )
}
