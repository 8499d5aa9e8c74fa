import type { AppClient } from '../providers/cognito/app-client'
import { template } from '../providers/cognito/cloud-formation'
import { resource } from '../providers/cognito/terraform'
import { CodeBlock } from '../ui/CodeBlock'
import { say } from '../ui/words'

interface Props {
  readonly client: AppClient
  readonly form: 'cloudformation' | 'terraform'
  /** What Terraform calls it. */
  readonly name: string
}

/** A client as a file that other programs make it of. */
export const ClientTemplate = ({ client, form, name }: Props) =>
  form === 'cloudformation' ? (
    <CodeBlock text={template(client)} what={say('form_cloudformation')} about={say('templateAbout')} />
  ) : (
    <CodeBlock text={resource(client, name)} what={say('form_terraform')} about={say('terraformAbout')} />
  )
