import type { HostManifest } from '../../setup/check/context'

const version = /<version>([^<]{1,40})<|"version"\s*:\s*"([^"]{1,40})"|name="ajs-version-number"\s+content="([\w.-]{1,40})"/
const versionIn = (text: string): string => version.exec(text)?.slice(1).find(Boolean) ?? ''

const product = /<typeId>[^<]*<|"typeId"\s*:\s*"[^"]*"/

/** By the product that it names; one that names none may still be called after it. */
const isOurs = (text: string): boolean => /confluence/i.test(product.exec(text)?.[0] ?? text)

/** What it tells anybody of itself: for application links, and on its login page. */
export default [
  { path: 'rest/applinks/1.0/manifest', read: (text) => (isOurs(text) ? versionIn(text) : undefined) },
  { path: 'login.action', read: (text) => (/com-atlassian-confluence|ajs-is-confluence-admin/.test(text) ? versionIn(text) : undefined) },
] satisfies readonly HostManifest[]
