import type { ConsoleStep } from '../providers/cognito/console'
import { Copy } from '../ui/Copy'
import { keyOf, say } from '../ui/words'

/** What is to be done by hand in AWS's console; `last` stands behind it. */
export const ConsoleSteps = ({ steps, last }: { readonly steps: readonly ConsoleStep[]; readonly last?: string }) => (
  <ol class="steps">
    {steps.map(({ kind, values }) => (
      <li key={kind}>
        <p>{say(keyOf('console', kind))}</p>
        {values.map((value) => (
          <div key={value} class="clipping">
            {kind === 'open' || kind === 'list' ? (
              <a href={value} target="_blank" rel="noreferrer">
                {value}
              </a>
            ) : (
              <code>{value}</code>
            )}
            <Copy small value={value} what={value} />
          </div>
        ))}
      </li>
    ))}
    {last && (
      <li>
        <p>{last}</p>
      </li>
    )}
  </ol>
)
