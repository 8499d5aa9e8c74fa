import { catalog } from '../../src/settings/catalog'
import type { Fields, Leaf, Node } from '../../src/settings/kinds'
import { words } from './words'

/** Every setting under a heading of its own, for docs/administrators.md. */
export const settingsPage = (): string => sections(catalog, '', '').join('\n\n')

/** `path` is the catalogue's; `shown` says what is a list, `key` which field tells its entries apart. */
function sections(fields: Fields, path: string, shown: string, key?: string): readonly string[] {
  return Object.entries(fields).flatMap(([name, node]) => {
    const [at, seen] = [path ? `${path}.${name}` : name, shown ? `${shown}.${name}` : name]
    const title = node.kind === 'keyed' ? `${seen}[]` : seen
    const own = `### \`${title}\`\n\n**${words.label(at)}.** ${words.help(at)}\n\n${name === key ? 'A text that has to be there.' : kindOf(node, at)}`
    return 'fields' in node ? [own, ...sections(node.fields, at, title, node.kind === 'keyed' ? node.key : undefined)] : [own]
  })
}

function kindOf(node: Node, path: string): string {
  if (node.kind === 'keyed') return `A list of groups, told apart by \`${node.key}\`, which each of them has to have.`
  if (node.kind === 'group') return 'A group of the following settings.'
  return `${valuesOf(node, path)} ${initialOf(node)}`
}

function valuesOf(leaf: Leaf<unknown>, path: string): string {
  if (leaf.kind === 'choice') return `One of ${leaf.options?.map((option) => `\`${option}\` (${words.choice(path, option)})`).join(', ')}.`
  if (leaf.kind === 'number') return `A whole number from ${leaf.range?.join(' to ')}.`
  return { toggle: '`true` or `false`.', text: 'A text.', texts: 'A list of texts.', rules: 'A list of rules.' }[leaf.kind]
}

const initialOf = ({ initial }: Leaf<unknown>): string =>
  initial === '' ? 'Not set by default.' : `Default: \`${JSON.stringify(initial)}\`.`
