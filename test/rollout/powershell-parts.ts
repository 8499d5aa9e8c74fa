import type { Node } from '@vscode/tree-sitter-wasm'

type Bag = Readonly<Record<string, unknown>>

export const isTrue = (value: unknown): boolean => Boolean(value)

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  bool: (value) => typeof value === 'boolean',
  'System.Management.Automation.PSCustomObject': (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** Inside of what only wraps one thing. */
export function core(node: Node): Node {
  const [only, ...more] = partsOf(node)
  return only && more.length === 0 && only.text === node.text ? core(only) : node
}

export const partsOf = (node: Node): readonly Node[] => node.namedChildren.map(there)

export function there(node: Node | null | undefined): Node {
  if (!node) throw new Error('something is missing')
  return node
}

export const text = (node: Node | null | undefined): string => there(node).text

/** What stands behind a dot. */
export function member(value: unknown, name: string): unknown {
  if (typeof value === 'string' && name === 'Trim') return () => value.trim()
  if (name === 'PSObject') return { Properties: Object.entries(value as Bag).map(([Name, Value]) => ({ Name, Value })) }
  return (value as Bag)[name]
}

/** What an operator makes of two values. */
export function compared(left: unknown, operator: string, right: unknown): unknown {
  switch (operator) {
    case '-eq':
      return left === right
    case '-ne':
      return left !== right
    case '-contains':
      return (left as readonly unknown[]).includes(right)
    case '-join':
      return Array.isArray(left) ? left.join(String(right)) : left
    case '-is':
      return types[String(right)]?.(left)
    case '-isnot':
      return !types[String(right)]?.(left)
    default:
      throw new Error(`${operator} is not understood`)
  }
}
