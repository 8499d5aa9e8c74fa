import { misjudged } from './judge'

/** The judge for a page, bundled from here: Node can hand a page nothing but text. */
Object.assign(globalThis, { misjudged })
