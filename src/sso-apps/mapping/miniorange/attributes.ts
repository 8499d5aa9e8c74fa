import { namesOf } from '../../../claims/dialect'
import type { Attributes } from '../../../mapping/taking'
import type { Claims } from '../../../session/session'
import dialect from '../../dialects/miniorange'

/**
 * The attributes of an ID token, by the names that the app's Test Configuration shows; it asks no other source of Cognito. An empty list
 * or object is no attribute. (1.1.28)
 */
export const attributesOf = (claims: Claims): Attributes =>
  new Map(namesOf(claims, dialect).flatMap(({ name, value, raw }) => (isEmpty(raw) ? [] : [[name, value] as const])))

const isEmpty = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && Object.keys(raw).length === 0
