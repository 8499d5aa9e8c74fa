import type { HostSigns } from '../login-page/signs'

const nothing = ':not(*)'

/** Confluence Cloud, whose people sign in for their whole organisation: recognised so that it can be explained. */
export default {
  name: 'Confluence Cloud',
  // Its maker's sign-in page serves all products, and says in several ways which of them somebody has come from.
  at: '^(?:id\\.atlassian\\.com(?!.*(?:application=|cloud(?::|%3A))(?!confluence))(?!.*continue=(?!.*(?:confluence|[/F]wiki(?![.\\w-]))))|[\\w-]+\\.(?:atlassian\\.net|jira\\.com)/wiki)(?:[/?]|$)',
  paths: { '': 'cloud' },
  doorPaths: [],
  loginPaths: [],
  aside: '',
  frame: [],
  hosted: nothing,
  // At a domain of its customer's own as well, where nothing else but the page tells.
  marks: ['meta[name="ajs-cloud-id"]'],
  hints: ['html'],
  foreign: nothing,
  submit: [],
  failed: [],
  user: 'meta[name="ajs-remote-user"]',
  context: 'meta[name="ajs-context-path"]',
  versions: [],
} satisfies HostSigns
