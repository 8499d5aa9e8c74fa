import { type AppClient, appClient } from '../providers/cognito/app-client'
import { template } from '../providers/cognito/cloud-formation'
import { brandingCommand, createCommand } from '../providers/cognito/command'
import { clientIdMark } from '../providers/cognito/pool-facts'
import { resource } from '../providers/cognito/terraform'
import type { ClientWish } from '../setup/client-wish'
import { CodeBlock } from '../ui/CodeBlock'
import { say } from '../ui/words'
import { ConsoleSteps } from './ConsoleSteps'
import type { Form } from './FormChoice'

interface Props {
  readonly wish: ClientWish
  readonly region: string
  readonly form: Form
  /** What Terraform calls it. */
  readonly name: string
  /** Id of the client, once it is there. */
  readonly clientId?: string
}

/** How an app client is made, in the form that was chosen. */
export function ClientRecipe({ wish, region, form, name, clientId }: Props) {
  const client = appClient(wish)
  if (form === 'console') return <ConsoleSteps client={client} region={region} />
  return (
    <>
      {form === 'command' && <Command client={client} region={region} {...(clientId && { clientId })} />}
      {form === 'cloudformation' && <CodeBlock text={template(client)} what={say('form_cloudformation')} about={say('templateAbout')} />}
      {form === 'terraform' && <CodeBlock text={resource(client, name)} what={say('form_terraform')} about={say('terraformAbout')} />}
      <p class="help">{say(client.GenerateSecret ? 'copyBoth' : 'copyId')}</p>
    </>
  )
}

const Command = ({ client, region, clientId }: { readonly client: AppClient; readonly region: string; readonly clientId?: string }) => (
  <>
    <CodeBlock text={createCommand(client, region)} what={say('form_command')} about={say('commandAbout')} />
    <details>
      <summary>{say('brandingTitle')}</summary>
      <CodeBlock text={brandingCommand(client, region, clientId || clientIdMark)} what={say('form_command')} about={say('brandingAbout')} />
    </details>
  </>
)
