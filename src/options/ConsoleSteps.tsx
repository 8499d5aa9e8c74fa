import type { AppClient } from '../providers/cognito/app-client'
import { consoleSteps } from '../providers/cognito/console'
import { Copy } from '../ui/Copy'
import { keyOf, say } from '../ui/words'

/** How an app client is made by hand in AWS's console. */
export const ConsoleSteps = ({ client, region }: { readonly client: AppClient; readonly region: string }) => (
  <ol class="steps">
    {consoleSteps(client, region).map(({ kind, values }) => (
      <li key={kind}>
        <p>{say(keyOf('console', kind))}</p>
        {values.map((value) => (
          <div key={value} class="clipping">
            {kind === 'open' ? (
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
    <li>
      <p>{say(client.GenerateSecret ? 'copyBoth' : 'copyId')}</p>
    </li>
  </ol>
)
