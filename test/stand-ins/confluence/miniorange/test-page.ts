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

function flattened(value: object, prefix = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = prefix + key
    if (inner === null) return [[name, '']]
    if (Array.isArray(inner)) return listed(inner, name)
    return typeof inner === 'object' ? flattened(inner, `${name}.`) : [[name, String(inner)]]
  })
}

/** Scalars share one line, each as JSON; objects get a line for each of their members. */
function listed(items: readonly unknown[], name: string): [string, string][] {
  const objects = items.some((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
  if (!objects) return [[name, items.map((item) => JSON.stringify(item)).join(';')]]
  return items.flatMap((item, index) => (typeof item === 'object' && item !== null ? flattened(item, `${name}[${index}].`) : []))
}
