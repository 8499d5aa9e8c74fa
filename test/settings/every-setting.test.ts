import * as v from 'valibot'
import { expect, test } from 'vitest'
import { catalog } from '../../src/settings/catalog'
import { setAll } from '../../src/settings/edit'
import { catalogPath, type EntryName, keyName, leafAt, type Place, pathsOf, sourcePath, valueAt } from '../../src/settings/place'
import { resolve } from '../../src/settings/resolve'

const entries: Readonly<Record<'sites' | 'providers', string>> = { sites: 'https://wiki.acme.com/', providers: 'acme' }

/** Two of each form that texts may be asked to have. */
const texts = ['a', 'b', 'de', 'fr', 'eu-west-1', 'us-east-1', 'eu-west-1_A', 'eu-west-1_B', 'a.example', 'b.example']
const addresses = ['https://a.example/x', 'https://b.example/y']
const rules = ['a', 'b'].map((name) => [{ confluenceGroup: name, when: name }])

/** Two good values of a setting, the first of them not its default. */
function valuesFor(path: string): readonly unknown[] {
  const { kind, initial, options = [], range = [0, 0], reader } = leafAt(path) ?? { kind: 'text', initial: undefined, reader: v.never() }
  const candidates = {
    toggle: [!initial, initial],
    choice: options,
    number: [range[0] + 1, range[1]],
    text: [...texts, ...addresses],
    texts: texts.map((one) => [one]),
    rules,
  }[kind]
  const isDefault = (one: unknown) => JSON.stringify(one) === JSON.stringify(initial)
  const good = candidates.filter((one) => v.is(reader, one))
  return [...good.filter((one) => !isDefault(one)), ...good.filter(isDefault)].slice(0, 2)
}

const placeOf = (path: string, entry?: EntryName): Place => ({ ...(entry && { entry }), path })
const { sites, providers, lockLists: _, ...others } = catalog
const places: readonly Place[] = [
  ...pathsOf(sites.fields).map((path) => placeOf(path, { list: 'sites', key: entries.sites })),
  ...pathsOf(providers.fields).map((path) => placeOf(path, { list: 'providers', key: entries.providers })),
  ...pathsOf(others).map((path) => placeOf(path)),
].filter(({ entry, path }) => !entry || path !== keyName(entry.list))

const layer = ({ entry, path }: Place, value: unknown): object => {
  if (entry) return setAll({}, entry, { [path]: value } as never)
  const [group = '', name = ''] = path.split('.')
  return { [group]: { [name]: value } }
}

test.each(places.map((place) => [catalogPath(place), place] as const))(
  '%s is what the person has set, and what policy says where that says anything',
  (path, place) => {
    const [own, forced] = valuesFor(path)
    expect(own).toBeDefined()
    expect(forced).toBeDefined()
    const [user, policy] = [layer(place, own), layer(place, forced)]
    const [alone, both] = [resolve(user, {}), resolve(user, policy)]
    expect([...alone.complaints, ...both.complaints]).toEqual([])
    expect([valueAt(alone, place), alone.sources[sourcePath(place)]]).toEqual([own, 'user'])
    expect([valueAt(both, place), both.sources[sourcePath(place)]]).toEqual([forced, 'policy'])
  },
)
