import { appClient } from '../providers/cognito/app-client'
import { describeCommand, described } from '../providers/cognito/command'
import { reviewSteps } from '../providers/cognito/console'
import { CodeBlock } from '../ui/CodeBlock'
import { say } from '../ui/words'
import { Branding } from './Branding'
import type { ClientProps } from './ClientRecipe'
import { ClientTemplate } from './ClientTemplate'
import { ConsoleSteps } from './ConsoleSteps'

/** What an app client that is there already must have, in the form that was chosen. */
export function ClientReview({ wish, region, form, name, clientId }: ClientProps & { readonly clientId: string }) {
  const client = appClient(wish)
  return (
    <>
      <p>{say('clientThere')}</p>
      {form === 'console' && <ConsoleSteps steps={reviewSteps(client, region, clientId)} />}
      {form === 'command' && (
        <>
          <CodeBlock text={describeCommand(client, region, clientId)} what={say('form_command')} about={say('commandAbout')} />
          <CodeBlock text={JSON.stringify(described(client), null, 4)} what={say('clientShown')} about={say('clientShownAbout')} />
          <Branding client={client} region={region} clientId={clientId} />
        </>
      )}
      {(form === 'cloudformation' || form === 'terraform') && (
        <>
          <p class="help">{say('clientThereTemplate')}</p>
          <ClientTemplate client={client} form={form} name={name} />
        </>
      )}
    </>
  )
}
