import type { Exchange } from '../exchange'
import type { Redeemed } from '../id-token'
import { escaped } from '../pages'

/** What "Test Configuration" shows at the callback address: every attribute by the name that an administrator must type. */
export function testPage({ page }: Exchange, answer: Redeemed): void {
  if ('error' in answer) {
    return void page('TEST OAuth Login', `<h1>Oops! Something went wrong!</h1><p>Possible Cause: ${escaped(answer.error)}</p>`)
  }
  const rows = flattened(answer.claims).map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(value)}</td></tr>`)
  page(
    'TEST OAuth Login',
    `<h1>TEST SUCCESSFUL</h1><h2>User Attributes</h2>
<table><tr><th>ATTRIBUTE NAME</th><th>ATTRIBUTE VALUE</th></tr>${rows.join('')}</table>
<p><button class="aui-button">Done</button></p>`,
  )
}

/** Attributes as the app keeps them: what lies deeper than the token's own members stays JSON, quotes and all. */
function flattened(claims: object): [string, string][] {
  return Object.entries(claims).flatMap(([name, value]): [string, string][] => {
    if (value === null) return [[name, '']]
    return typeof value === 'object' ? deeper(value, name) : [[name, String(value)]]
  })
}

function deeper(value: object, name: string): [string, string][] {
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, inner]) => leafOrDeeper(inner, `${name}.${key}`))
  const plain = value.filter((item) => typeof item !== 'object' || item === null)
  const rows = value.flatMap((item, index) => (plain.includes(item) ? [] : deeper(item, `${name}[${index}]`)))
  return plain.length > 0 ? [...rows, [name, plain.map((item) => JSON.stringify(item)).join(';')]] : rows
}

const leafOrDeeper = (value: unknown, name: string): [string, string][] =>
  typeof value === 'object' && value !== null ? deeper(value, name) : [[name, JSON.stringify(value)]]
