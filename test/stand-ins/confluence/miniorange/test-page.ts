import type { Exchange } from '../exchange'
import type { Redeemed } from '../id-token'
import { escaped } from '../pages'
import { flattened } from './attributes'

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
