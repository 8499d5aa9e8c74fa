/**
 * Ends of paths at which Jira, Bitbucket and Bamboo have pages, and no Confluence has one: its content lies below `display`, `spaces` and
 * the like, and may be called anything. What a context path may be called as well is not among them; keys have
 * capitals.
 */
const pages = [
  // Jira
  'browse/[A-Z]\\w+-\\d+',
  'projects/[A-Z]\\w+/(?:issues(?:/[A-Z]\\w+-\\d+)?|summary)',
  'secure/[\\w!]+\\.jspa',
  'login\\.jsp',
  // Bitbucket
  '(?:projects|users)/[^/]+/repos/[^/]+(?:/(?:browse|commits|branches|pull-requests|compare|builds|settings)(?:/.*)?)?',
  // Bamboo
  'browse/[A-Z]\\w+-[A-Z]\\w*(?:-\\w+)*',
  'allPlans\\.action',
  'userlogin\\w*!\\w+\\.action',
]
const end = new RegExp(`/(?:${pages.join('|')})/?$`)

/** Where in a path begins what is certainly a page of another product; -1 where nothing does. Hosts may be called anything. */
export const othersPageIn = (path: string): number => path.search(end)
