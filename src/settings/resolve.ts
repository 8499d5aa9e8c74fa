import * as v from 'valibot'
import { type Bag, isBag } from './bag'
import { catalog, type Settings } from './catalog'
import type { ComplaintCode, Fields, Keyed, Leaf, Node } from './kinds'
import { isNewer, isVersion, upToDate } from './migrations'

/** Where a value in force came from; `policy` means that the person cannot change it. */
export type Source = 'default' | 'user' | 'policy'

/** A value that was passed over: where it stands (`sites[https://wiki.acme.com/].delaySeconds`), whose it is, and why. */
export interface Complaint {
  readonly where: string
  readonly source: 'user' | 'policy'
  readonly code: ComplaintCode
}

/** The settings in force. */
export interface Resolved {
  readonly settings: Settings
  /** Source of each value by its path; a path that is not here has its default. */
  readonly sources: Readonly<Record<string, Source>>
  readonly complaints: readonly Complaint[]
}

/** A list of which each item is read by itself. */
type ListLeaf = Leaf<unknown> & Required<Pick<Leaf<unknown>, 'item'>>
type Layers = Readonly<Record<'user' | 'policy', unknown>>

/** Policy beats user beats default, value by value. Never throws: a bad value counts as absent, and is complained about. */
export function resolve(user: unknown, policy: unknown): Resolved {
  const reading = new Reading(isBag(policy) && policy['lockLists'] === true)
  const layers = { user: reading.unversioned(user, 'user'), policy: reading.unversioned(policy, 'policy') }
  const settings = reading.fields(catalog, layers, '') as unknown as Settings
  return { settings, sources: reading.sources, complaints: reading.complaints }
}

/** Whether stored settings have parts without the form of settings, or lists with a wrong item, which the next change could lose. */
export const isBroken = (stored: unknown): boolean =>
  resolve(stored, {}).complaints.some(({ code, where }) => code === 'not-a-group' || code === 'not-a-list' || isItem(where))

const isItem = (where: string): boolean => /\[\d+\]$/.test(where)

/** One pass over the catalogue; collects sources and complaints on its way. */
class Reading {
  readonly sources: Record<string, Source> = {}
  readonly complaints: Complaint[] = []
  constructor(private readonly listsAreLocked: boolean) {}

  /** The values without `version`; a newer version's values are still read as far as they are known. */
  unversioned(layer: unknown, source: 'user' | 'policy'): unknown {
    if (!isBag(layer)) return layer
    const { version: given = 1 } = layer
    if (!isVersion(given)) this.complain('version', source, 'not-a-number')
    if (isNewer(layer)) this.complain('version', source, 'newer-version')
    const { version: _, ...values } = upToDate(layer)
    return values
  }

  fields(fields: Fields, layers: Layers, where: string): Bag {
    const [user, policy] = [this.bag(fields, layers.user, 'user', where), this.bag(fields, layers.policy, 'policy', where)]
    return Object.fromEntries(
      Object.entries(fields).map(([name, node]) => [
        name,
        this.node(node, { user: own(user, name), policy: own(policy, name) }, join(where, name)),
      ]),
    )
  }

  private node(node: Node, layers: Layers, where: string): unknown {
    if (node.kind === 'group') return this.fields(node.fields, layers, where)
    if (node.kind === 'keyed') return this.list(node, layers, where)
    return this.leaf(node, layers, where)
  }

  private leaf(leaf: Leaf<unknown>, layers: Layers, where: string): unknown {
    for (const source of ['policy', 'user'] as const) {
      if (layers[source] === undefined) continue
      const value = this.read(leaf, layers[source], source, where)
      if (value === undefined) continue
      this.sources[where] = source
      return value
    }
    return leaf.initial
  }

  /** A value, or of a list what will do of it; undefined where nothing will. */
  private read(leaf: Leaf<unknown>, given: unknown, source: 'user' | 'policy', where: string): unknown {
    if (leaf.item && Array.isArray(given)) return this.items(leaf as ListLeaf, given, source, where)
    const { success, output, issues } = v.safeParse(leaf.reader, given)
    if (success) return output
    this.complain(where, source, issues[0].message as ComplaintCode)
    return undefined
  }

  private items({ item: reader, columns }: ListLeaf, given: readonly unknown[], source: 'user' | 'policy', where: string): unknown {
    const good = given.flatMap((item, index) => {
      const { success, output, issues } = v.safeParse(reader, item)
      const at = `${where}[${index}]`
      if (!success) this.complain(at, source, issues[0].message as ComplaintCode)
      else if (columns) this.beyond(columns, item as Bag, source, at)
      return success ? [output] : []
    })
    return given.length > 0 && good.length === 0 ? undefined : good
  }

  /** Policy's entries come first, the person's own follow; entries with one key are one entry. */
  private list(node: Keyed, layers: Layers, where: string): unknown[] {
    const policy = this.entries(node, layers.policy, 'policy', where)
    const user = this.entries(node, layers.user, 'user', where)
    const keys = [...policy.keys(), ...[...user.keys()].filter((key) => !policy.has(key) && !this.listsAreLocked)]
    return keys.map((key) => this.fields(node.fields, { user: user.get(key), policy: policy.get(key) }, `${where}[${key}]`))
  }

  private entries(node: Keyed, value: unknown, source: 'user' | 'policy', where: string): Map<string, unknown> {
    const found = new Map<string, unknown>()
    if (value === undefined) return found
    if (!Array.isArray(value)) {
      this.complain(where, source, 'not-a-list')
      return found
    }
    const { reader } = node.fields[node.key] as Leaf<string>
    for (const [index, entry] of value.entries()) {
      const wrong = isBag(entry) ? this.file(found, reader, entry[node.key], entry) : 'not-a-group'
      if (wrong) this.complain(isBag(entry) ? `${where}[${index}].${node.key}` : `${where}[${index}]`, source, wrong)
    }
    return found
  }

  /** Files an entry under its key as read; says what is wrong with the key where it cannot. */
  private file(found: Map<string, unknown>, reader: Leaf<string>['reader'], key: unknown, entry: Bag): ComplaintCode | undefined {
    const { success, output, issues } = v.safeParse(reader, key ?? '')
    if (!success) return issues[0].message as ComplaintCode
    if (found.has(output)) return 'same-twice'
    found.set(output, entry)
    return undefined
  }

  /** A group; an empty one where there is none. */
  private bag(fields: Fields, value: unknown, source: 'user' | 'policy', where: string): Bag {
    if (isBag(value)) {
      this.beyond(Object.keys(fields), value, source, where)
      return value
    }
    if (value !== undefined) this.complain(where, source, 'not-a-group')
    return {}
  }

  /** Complains about whatever a group has beside what is known of it. */
  private beyond(known: readonly string[], given: Bag, source: 'user' | 'policy', where: string): void {
    for (const name of Object.keys(given)) if (!known.includes(name)) this.complain(join(where, name), source, 'unknown-setting')
  }

  private complain(where: string, source: 'user' | 'policy', code: ComplaintCode): void {
    this.complaints.push({ where, source, code })
  }
}

const own = (bag: Bag, name: string): unknown => (Object.hasOwn(bag, name) ? bag[name] : undefined)
const join = (where: string, name: string): string => (where ? `${where}.${name}` : name)
