import { plainDialect } from '../../claims/dialect'
import type { MappingSemantics } from '../../mapping/semantics'
import { unverified } from '../../mapping/unverified'
import { dialects } from '../dialects'

const modules = import.meta.glob<MappingSemantics>('./*/index.ts', { eager: true, import: 'mapping' })

const known: Readonly<Record<string, MappingSemantics>> = Object.fromEntries(
  Object.entries(modules).map(([path, mapping]) => [path.split('/')[1] ?? '', mapping]),
)

/** How an SSO app maps, by its id. Of most nothing is known: their verdicts say so. */
export const semanticsOf = (ssoApp: string): MappingSemantics =>
  Object.hasOwn(known, ssoApp) ? (known[ssoApp] as MappingSemantics) : unverified(dialects[ssoApp] ?? plainDialect)
