import { appClient } from '../providers/cognito/app-client'
import { createCommand } from '../providers/cognito/command'
import { consoleSteps } from '../providers/cognito/console'
import { clientIdMark } from '../providers/cognito/pool-facts'
import type { ClientWish } from '../setup/client-wish'
import { CodeBlock } from '../ui/CodeBlock'
import { say } from '../ui/words'
import { Branding } from './Branding'
import { ClientTemplate } from './ClientTemplate'
import { ConsoleSteps } from './ConsoleSteps'
import type { Form } from './FormChoice'

/** An app client, and how it is to be printed. */
export interface ClientProps {
  readonly wish: ClientWish
  readonly region: string
  readonly form: Form
  /** What Terraform calls it. */
  readonly name: string
}

/** How an app client is made, in the form that was chosen. */
export function ClientRecipe({ wish, region, form, name }: ClientProps) {
  const client = appClient(wish)
  const last = say(client.GenerateSecret ? 'copyBoth' : 'copyId')
  if (form === 'console') return <ConsoleSteps steps={consoleSteps(client, region)} last={last} />
  return (
    <>
      {form === 'command' ? (
        <>
          <CodeBlock text={createCommand(client, region)} what={say('form_command')} about={say('commandAbout')} />
          <Branding client={client} region={region} clientId={clientIdMark} />
        </>
      ) : (
        <ClientTemplate client={client} form={form} name={name} />
      )}
      <p class="help">{last}</p>
    </>
  )
}
