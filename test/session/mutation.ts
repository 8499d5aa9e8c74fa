/** One way to misbehave: what becomes of which part of an answer. */
export interface Mutation {
  readonly at: string
  readonly op: string
  readonly key?: string
  readonly value?: unknown
  readonly when?: string
  readonly suffix?: string
}

type Part = Record<string, unknown>

const operations: Readonly<Record<string, (part: Part, key: string, mutation: Mutation) => unknown>> = {
  set: (_, __, { value }) => value,
  append: (part, key, { value }) => `${String(part[key])}${String(value)}`,
  delete: () => undefined,
  'now-minus': (_, __, { value }) => Math.floor(Date.now() / 1000) - Number(value),
  'aud-array': (part, key) => [part[key]],
  'aud-array-plus-untrusted': (part, key) => [part[key], 'https://other-client.example'],
  'invert-case': (part, key) => String(part[key]).replace(/[a-z]/gi, (l) => (l === l.toLowerCase() ? l.toUpperCase() : l.toLowerCase())),
  'random-path': (part, key) => `${String(part[key])}/${crypto.randomUUID()}`,
}

/** The part of an answer at `at`, as the mutations would have it. Fails on an operation that nobody knows, lest a case passes untried. */
export function mutated(at: string, part: Part, mutations: readonly Mutation[]): Part {
  const result = { ...part }
  for (const mutation of mutations.filter((each) => each.at === at)) {
    const operation = operations[mutation.op]
    if (!operation) throw new Error(`${at}: nobody knows how to ${mutation.op}`)
    const value = operation(result, mutation.key ?? '', mutation)
    if (value === undefined) delete result[mutation.key ?? '']
    else result[mutation.key ?? ''] = value
  }
  return result
}
