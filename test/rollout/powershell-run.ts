import type { Node } from '@vscode/tree-sitter-wasm'
import { compared, core, isTrue, member, partsOf, text, there } from './powershell-parts'
import type { Registry } from './windows'

type Given = Record<string, unknown>

/**
 * Runs a parsed script on a registry: as much of PowerShell as ours uses, and an error for anything more. What each command does is as
 * Microsoft describes it; that Windows does the same no run here can show.
 */
export function runPowershell(script: Node, registry: Registry): void {
  new Run(registry).value(script)
}

const containers = new Set([
  'program',
  'statement_list',
  'statement_block',
  'script_block',
  'script_block_body',
  'parenthesized_expression',
])
const switches = new Set(['-Force', '-Recurse', '-Compress'])

class Run {
  private readonly functions = new Map<string, Node>()
  private readonly scopes: Map<string, unknown>[] = [new Map()]
  constructor(private readonly registry: Registry) {}

  value(outer: Node): unknown {
    const node = core(outer)
    const [first, second, third] = partsOf(node)
    if (containers.has(node.type))
      return partsOf(node)
        .map((part) => this.value(part))
        .at(-1)
    switch (node.type) {
      case 'comment':
        return undefined
      case 'function_statement':
        return void this.functions.set(text(first), node)
      case 'assignment_expression':
        return void this.scopes.at(-1)?.set(text(first).toLowerCase(), this.value(there(third)))
      case 'if_statement':
        return this.branch(node)
      case 'foreach_statement':
        for (const one of this.value(there(second)) as readonly unknown[]) {
          this.scopes.at(-1)?.set(text(first).toLowerCase(), one)
          this.value(there(third))
        }
        return undefined
      case 'flow_control_statement':
        throw new Error(String(this.value(there(first))))
      case 'pipeline_chain':
        return this.command(there(second), this.value(there(first)))
      case 'command':
      case 'command_name':
        return this.command(node)
      case 'logical_expression':
        return /\) -and \(/.test(node.text)
          ? isTrue(this.value(there(first))) && isTrue(this.value(there(second)))
          : isTrue(this.value(there(first))) || isTrue(this.value(there(second)))
      default:
        return this.expression(node)
    }
  }

  private expression(node: Node): unknown {
    const [first, second, third] = partsOf(node)
    switch (node.type) {
      case 'variable':
        return this.variable(node.text)
      case 'expandable_string_literal':
        return node.text.slice(1, -1).replace(/\$\w+|""/g, (found) => (found === '""' ? '"' : String(this.variable(found))))
      case 'verbatim_string_characters':
        return node.text.slice(1, -1).replaceAll("''", "'")
      case 'decimal_integer_literal':
        return Number(node.text)
      case 'generic_token':
        return node.text
      case 'type_literal':
        return node.text.slice(1, -1)
      case 'expression_with_unary_operator':
        return !isTrue(this.value(there(first)))
      case 'additive_expression':
        return Number(this.value(there(first))) + Number(this.value(there(second)))
      case 'comparison_expression':
        return compared(this.value(there(first)), text(second), this.value(there(third)))
      case 'cast_expression':
        return text(first) === '[char]' ? String.fromCharCode(Number(this.value(there(second)))) : Number(this.value(there(second)))
      case 'member_access':
        return member(this.value(there(first)), text(second))
      case 'invokation_expression': {
        const method = member(this.value(there(first)), text(second)) as (...given: unknown[]) => unknown
        return method(...partsOf(there(third)).flatMap((part) => this.listed(part)))
      }
      default:
        throw new Error(`${node.type} is not understood: ${node.text}`)
    }
  }

  private listed(node: Node): readonly unknown[] {
    const inner = core(node)
    return inner.type === 'argument_expression_list' ? partsOf(inner).map((part) => this.value(part)) : [this.value(inner)]
  }

  private variable(name: string): unknown {
    if (name === '$null') return null
    return this.scopes.findLast((scope) => scope.has(name.toLowerCase()))?.get(name.toLowerCase())
  }

  private branch(node: Node): unknown {
    const [condition, block, ...others] = partsOf(node)
    if (isTrue(this.value(there(condition)))) return this.value(there(block))
    for (const other of others.flatMap((one) => (one.type === 'elseif_clauses' ? partsOf(one) : [one]))) {
      const parts = partsOf(other)
      if (other.type === 'else_clause' || isTrue(this.value(there(parts[0])))) return this.value(there(parts.at(-1)))
    }
    return undefined
  }

  private command(node: Node, piped?: unknown): unknown {
    const { name, given, positional } = this.call(node)
    const own = this.functions.get(name)
    return own ? this.own(own, positional) : this.cmdlet(name, { ...given, piped, first: positional[0] })
  }

  private call(node: Node): { readonly name: string; readonly given: Given; readonly positional: readonly unknown[] } {
    const name = node.type === 'command_name' ? node.text : text(node.childForFieldName('command_name'))
    const elements = (node.childForFieldName('command_elements')?.namedChildren ?? []).filter((one) => one?.type !== 'command_argument_sep')
    const given: Given = {}
    const positional: unknown[] = []
    for (let index = 0; index < elements.length; index += 1) {
      const element = there(elements[index])
      if (element.type !== 'command_parameter') positional.push(this.value(element))
      else if (!switches.has(element.text)) given[element.text] = this.value(there(elements[++index]))
    }
    return { name, given, positional }
  }

  private own(statement: Node, given: readonly unknown[]): unknown {
    const [, declared, ...body] = partsOf(statement)
    const names = there(declared).descendantsOfType('variable')
    this.scopes.push(new Map(names.map((one, index) => [text(one).toLowerCase(), given[index]])))
    const results = body.map((part) => this.value(part))
    this.scopes.pop()
    return results.at(-1)
  }

  private cmdlet(name: string, given: Given): unknown {
    const path = String(given['-LiteralPath'] ?? given['-Path']).replace('HKLM:\\', '')
    switch (name) {
      case 'Out-Null':
        return undefined
      case 'Test-Path':
        return this.registry.keys.has(path)
      case 'Get-Item':
        return this.registry.item(path)
      case 'New-Item':
        return this.registry.createAnew(path)
      case 'Remove-Item':
        return this.registry.remove(path)
      case 'New-ItemProperty':
        return this.registry.setIn(path, String(given['-Name']), given['-Value'], String(given['-PropertyType']))
      case 'ConvertFrom-Json':
        return JSON.parse(String(given['first']))
      case 'ConvertTo-Json':
        return JSON.stringify(given['first'])
      case 'Add-Member':
        return void Object.assign(given['piped'] as object, { [String(given['-Name'])]: given['-Value'] })
      default:
        throw new Error(`${name} is not understood`)
    }
  }
}
