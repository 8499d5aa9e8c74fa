/** One of Amazon's clouds, which are apart from each other and have addresses of their own. */
interface Partition {
  /** What the names of its regions begin with. */
  readonly regions: string
  /** Ends of the hosts of its services, and of the domains that pools get from Cognito. */
  readonly services: string
  readonly domains: string
}

const common: Partition = { regions: '', services: 'amazonaws.com', domains: 'amazoncognito.com' }

/**
 * Services as botocore's `partitions.json` has them. Of Europe's, which came in 2026, the end of Cognito's own domains is inferred from
 * China's: nobody has published one. It is needed only to take a pasted address apart.
 */
export const partitions: readonly Partition[] = [
  { regions: 'cn-', services: 'amazonaws.com.cn', domains: 'amazoncognito.com.cn' },
  { regions: 'eusc-', services: 'amazonaws.eu', domains: 'amazoncognito.eu' },
  common,
]

/** The partition that a region is in. */
export const partitionOf = (region: string): Partition => partitions.find(({ regions }) => region.startsWith(regions)) ?? common

/** Any of these names, for a regular expression. */
export const anyOf = (names: readonly string[]): string => `(?:${[...new Set(names)].map((name) => name.replaceAll('.', '\\.')).join('|')})`
