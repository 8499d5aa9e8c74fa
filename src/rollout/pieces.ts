import { catalog } from '../settings/catalog'
import type { Fields, Keyed, Leaf } from '../settings/kinds'

/** A setting that platforms without lists of groups can set by itself: a value, or a list of entries as one text. */
export interface Piece {
  /** "features.workbench" */
  readonly path: string
  readonly node: Leaf<unknown> | Keyed
}

/** The catalogue as such pieces. */
export const pieces: readonly Piece[] = piecesOf(catalog, '')

function piecesOf(fields: Fields, above: string): readonly Piece[] {
  return Object.entries(fields).flatMap(([name, node]) =>
    node.kind === 'group' ? piecesOf(node.fields, `${above}${name}.`) : [{ path: `${above}${name}`, node }],
  )
}
