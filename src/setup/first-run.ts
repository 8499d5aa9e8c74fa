/** What is known when the browser says that Latchkey was installed. */
export interface Installation {
  /** `install`, `update`, `browser_update`, … */
  readonly reason: string
  /** `admin` where an administrator has installed it. */
  readonly installType: string
  /** The build requires its hosts: it was made for an organisation, which sets it up. */
  readonly isOrganisations: boolean
  /** The setting `features.welcome` in force. */
  readonly isWelcome: boolean
  /** There is a site already, such as by policy. */
  readonly hasSites: boolean
}

/** Whether a person has just installed Latchkey, and is to be shown how to set it up. */
export const isFirstRun = ({ reason, installType, isOrganisations, isWelcome, hasSites }: Installation): boolean =>
  reason === 'install' && installType !== 'admin' && !isOrganisations && isWelcome && !hasSites
