import type { Attributes } from '../../../mapping/taking'
import type { Claims } from '../../../session/session'
import { dialect } from '../../miniorange'

/**
 * The attributes of an ID token, by the names that the app's Test Configuration shows; it asks no other source of Cognito. An empty list
 * is no attribute. (1.1.28)
 */
export const attributesOf = (claims: Claims): Attributes =>
  new Map(
    Object.entries(claims)
      .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
      .flatMap(([claim, value]) => dialect.names({ [claim]: value }).map((row) => [row.name, row.value] as const)),
  )
