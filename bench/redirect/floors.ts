import type { TemporaryFolder } from '../../test/e2e/driver/temporary-folder'
import { writeExtension } from '../setting/extension'

/** Path and query below the context path of the login page for somebody who wanted a page, and of the SSO start that leads back to it. */
export const loginPath = 'login.action?os_destination=%2Fdisplay%2FDS%2FPage&permissionViolation=true'
export const startPath = 'plugins/servlet/oauth/auth?return_to=%2Fdisplay%2FDS%2FPage'

/** The least that redirects at all: one rule, written by hand, for one host. */
export const bareRule = (host: string): TemporaryFolder =>
  writeExtension(
    'bare-rule',
    {
      permissions: ['declarativeNetRequestWithHostAccess'],
      host_permissions: [`https://${host}/*`],
      declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
    },
    {
      'rules.json': JSON.stringify([
        {
          id: 1,
          condition: { regexFilter: `^https://${host}/confluence/login\\.action\\?os_destination=([^&#]*)`, resourceTypes: ['main_frame'] },
          action: {
            type: 'redirect',
            redirect: { regexSubstitution: `https://${host}/confluence/plugins/servlet/oauth/auth?return_to=\\1` },
          },
        },
      ]),
    },
  )

/** What most extensions do instead: a script on the login page, as early as there can be one. */
export const bareScript = (host: string): TemporaryFolder =>
  writeExtension(
    'bare-script',
    {
      content_scripts: [{ matches: [`https://${host}/confluence/login.action*`], js: ['script.js'], run_at: 'document_start' }],
      host_permissions: [`https://${host}/*`],
    },
    {
      'script.js': `location.replace('/confluence/plugins/servlet/oauth/auth?return_to=' +
        encodeURIComponent(new URLSearchParams(location.search).get('os_destination')))`,
    },
  )

/** The least that a script on a login page can be, and the least of one that knows its settings: beside ours, on the same page. */
export const leastScripts = (host: string): TemporaryFolder =>
  writeExtension(
    'least-scripts',
    {
      permissions: ['storage'],
      content_scripts: [{ matches: [`https://${host}/confluence/login.action*`], js: ['empty.js', 'asking.js'], run_at: 'document_start' }],
      host_permissions: [`https://${host}/*`],
    },
    { 'empty.js': 'void 0', 'asking.js': `chrome.storage.local.get(['some', 'settings'])` },
  )

/** Clicks the SSO app's button once it has been drawn, faster than any person. */
export const robot = `<script>
requestAnimationFrame(() => setTimeout(() => document.getElementById('use_idp_button_js').click()))
</script>`
