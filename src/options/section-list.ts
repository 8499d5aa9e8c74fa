import { type MessageKey, say } from '../ui/words'

/** A part of the options page. */
interface Section {
  /** As in the page's address. */
  readonly id: string
  readonly title: MessageKey
  /** What can be read and done there beside settings, for the search. */
  readonly says: readonly MessageKey[]
}

/** The sections, in their order. */
export const sections = [
  { id: 'sites', title: 'sitesTitle', says: ['sitesAbout', 'addSite', 'foundTitle', 'checkConnection'] },
  { id: 'providers', title: 'providersTitle', says: ['providersAbout', 'addProvider', 'redirectTitle', 'checkConnection'] },
  {
    id: 'assistant',
    title: 'assistantTitle',
    says: ['assistantAbout', 'callbackAddress', 'signOutAddress', 'form_console', 'form_command', 'form_cloudformation', 'form_terraform'],
  },
  { id: 'sign-in', title: 'signInTitle', says: ['signInAbout'] },
  { id: 'mapping', title: 'mappingTitle', says: ['mappingAbout', 'mappingTry'] },
  { id: 'appearance', title: 'appearanceTitle', says: ['setting_features', 'setting_features_about'] },
  {
    id: 'policy',
    title: 'policyTitle',
    says: [
      'effectiveSummary',
      'makePolicyTitle',
      'originTitle',
      'platform_linux',
      'platform_windows',
      'platform_intune',
      'platform_macos',
      'platform_jamf',
      'platform_google_admin',
      'platform_firefox',
      'platform_self_hosted',
    ],
  },
  { id: 'backup', title: 'backupTitle', says: ['backupAbout', 'importButton', 'exportButton', 'resetButton'] },
  { id: 'about', title: 'aboutTitle', says: ['extensionDescription', 'aboutPrivacy', 'aboutHelp'] },
] as const satisfies readonly Section[]

/** Sections in which every word that is looked for can be read, in any case. */
export function sectionsWith(words: readonly string[]): readonly (typeof sections)[number][] {
  return sections.filter(({ title, says }) => {
    const said = [title, ...says]
      .map((key) => say(key))
      .join('\n')
      .toLocaleLowerCase()
    return words.every((word) => said.includes(word))
  })
}
