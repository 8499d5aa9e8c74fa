import type { KnownApp } from '../../login-page/door-of-site'
import type { Rescue } from '../contract'

const modules = import.meta.glob<Rescue>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' })

/** How each SSO app's emergency way in is switched on again, by the app's id, which is the file's name. */
const rescues: Readonly<Record<string, Rescue>> = Object.fromEntries(
  Object.entries(modules).map(([path, rescue]) => [path.replace(/^.*\/|\.ts$/g, ''), rescue]),
)

/** What to know of a site's emergency way in before one depends on it. */
export interface Emergency {
  readonly ssoApp: string
  /** The server has it switched off, or leaves open whether it works; undefined where it gave no reason for doubt. */
  readonly doubt?: 'off' | 'untold'
  /** What mends it on the server, to be copied; undefined where nobody knows. */
  readonly rescue?: string
}

/** What was found out about a site's emergency way in. */
export function emergencyOf({ ssoApp, backdoor, formHidden }: KnownApp, baseUrl: string): Emergency | undefined {
  if (!ssoApp) return undefined
  const doubt = backdoor === null ? 'off' : formHidden ? 'untold' : undefined
  const rescue = rescues[ssoApp]?.(baseUrl)
  return { ssoApp, ...(doubt && { doubt }), ...(rescue && { rescue }) }
}
