import type { HostSigns } from '../login-page/signs'

/** Confluence Cloud, whose people sign in for their whole organisation: recognised so that it can be explained. */
export default {
  name: 'Confluence Cloud',
  at: '^(?:id\\.atlassian\\.com(?!.*application=(?!confluence))|[\\w-]+\\.(?:atlassian\\.net|jira\\.com)/wiki)(?:[/?]|$)',
  paths: { '': 'cloud' },
  doorPaths: [],
  loginPaths: [],
  aside: '',
  marks: [],
  hints: ['html'],
  foreign: [],
  submit: [],
  failed: [],
} satisfies HostSigns
