import type { HostManifest } from '../../setup/check/context'

const version = /<version>([^<]{1,40})<|"version"\s*:\s*"([^"]{1,40})"|name="ajs-version-number"\s+content="([\w.-]{1,40})"/
const versionIn = (text: string): string => version.exec(text)?.slice(1).find(Boolean) ?? ''

/** What it tells anybody of itself: for application links, and on its login page. */
export default [
  { path: 'rest/applinks/1.0/manifest', read: (text) => (/confluence/i.test(text) ? versionIn(text) : undefined) },
  { path: 'login.action', read: (text) => (/com-atlassian-confluence|ajs-is-confluence-admin/.test(text) ? versionIn(text) : undefined) },
] satisfies readonly HostManifest[]
