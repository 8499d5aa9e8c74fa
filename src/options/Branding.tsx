import type { AppClient } from '../providers/cognito/app-client'
import { brandingCommand } from '../providers/cognito/command'
import { CodeBlock } from '../ui/CodeBlock'
import { say } from '../ui/words'

interface Props {
  readonly client: AppClient
  readonly region: string
  readonly clientId: string
}

/** What to do where a client has no sign-in page. */
export const Branding = ({ client, region, clientId }: Props) => (
  <details>
    <summary>{say('brandingTitle')}</summary>
    <CodeBlock text={brandingCommand(client, region, clientId)} what={say('form_command')} about={say('brandingAbout')} />
  </details>
)
