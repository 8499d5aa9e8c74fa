import type { Claims } from '../../../session/session'
import { dialect } from '../../miniorange'

/** What the app knows of a person: attributes by the names that its Test Configuration shows. An empty list is no attribute. (1.1.28) */
export type Attributes = ReadonlyMap<string, string>

/** The attributes of an ID token; the app asks no other source of Cognito. */
export const attributesOf = (claims: Claims): Attributes =>
  new Map(
    Object.entries(claims)
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
      .flatMap(([claim, value]) => dialect.names({ [claim]: value }).map((row) => [row.name, row.value] as const)),
  )
