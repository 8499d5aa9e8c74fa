import type { PageKind } from './page'

/** What recognition needs to know of a host product. Plain data; selectors are CSS, of structure, never of words. */
export interface HostSigns {
  readonly name: string
  /** Host, path and query of its pages, as a regular expression. */
  readonly at: string
  /** What stands at these ends of a path. */
  readonly paths: Readonly<Record<string, PageKind>>
  /** Those of them on which the product itself signs people in or out. */
  readonly doorPaths: readonly string[]
  /** Ends of paths to which its forms and scripts send what people typed. */
  readonly loginPaths: readonly string[]
  /** Paths, as a regular expression, on which visitors help themselves, an SSO app speaks or the product cannot run: no visitor is sent away from there. */
  readonly aside: string
  /** The product alone writes these around a page, and nobody into one: beside them no sign of others counts, but what its maker hosts has them too. */
  readonly frame: readonly string[]
  /** Fits what is of the edition that its maker hosts. */
  readonly hosted: string
  /** Any one of these tells the product from everything else, at any address. */
  readonly marks: readonly string[]
  /** Its maker's other products share these; a path of its own tells the difference. */
  readonly hints: readonly string[]
  /** Fits what says that the page is somebody else's. */
  readonly foreign: string
  /** The button that sends the form with the password, or its first step; where a page has no form, the link to one. */
  readonly submit: readonly string[]
  /** A login was refused. */
  readonly failed: readonly string[]
  /** The element whose content is the name of who has signed in, or empty for a visitor. */
  readonly user: string
  /** The element whose content is the context path of the installation. */
  readonly context: string
  /** Elements that state the version. */
  readonly versions: readonly string[]
}

/** What recognition needs to know of an SSO app. Plain data, as above. */
export interface SsoAppSigns {
  readonly id: string
  /** Query parameter of its start address that carries the destination. */
  readonly returnParameter: string
  /** Any one of these is its mark. */
  readonly marks: readonly string[]
  /** Its mark while it redirects by itself. */
  readonly redirecting?: string
  /** Query parameter by which it comes back after a failure. */
  readonly failure?: string
}

/** Everything by which pages are recognised. The content script finds it in storage, beside the doors. */
export interface Signs {
  readonly hosts: readonly HostSigns[]
  readonly apps: readonly SsoAppSigns[]
  /** Fits where any of the apps’ marks does, and is sooner asked for than all of them. */
  readonly appMark: string
  /** Fits any host's `submit`. */
  readonly submit: string
  /** Those of all hosts. */
  readonly doorPaths: readonly string[]
}

/** What leads to an address that holds this: a link, or a button by its script. */
export const leadingTo = (part: string): string => `:is([href*="${part}"], [onclick*="${part}"])`
