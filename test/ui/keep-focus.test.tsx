// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepFocus } from '../../src/ui/keep-focus'
import { button } from './on-page'

let end = () => {}
beforeEach(() => {
  end = keepFocus(document)
})
afterEach(() => {
  end()
  render(null, document.body)
})

const show = (content: ComponentChild) => render(<main>{content}</main>, document.body)
const lands = (where: string) => vi.waitFor(() => expect(document.activeElement?.id).toBe(where))

const Kept = ({ names }: { readonly names: readonly string[] }) => (
  <>
    <form>
      <input id="label" />
    </form>
    {names.length > 0 && (
      <section aria-labelledby="title">
        <h3 id="title">Kept</h3>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button type="button" class="link">
                {name}
              </button>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
)

test('whoever takes an entry out by keyboard is at the heading of the list, not at the next entry’s button', async () => {
  show(<Kept names={['Ann', 'Bob']} />)
  button('Ann')?.focus()
  show(<Kept names={['Bob']} />)
  await lands('title')
})

test('and at the field before the list once that is gone with its last entry', async () => {
  show(<Kept names={['Ann']} />)
  button('Ann')?.focus()
  show(<Kept names={[]} />)
  await lands('label')
})

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <fieldset>
    {lines.map((line) => (
      <p key={line}>
        <input id={line} />
        <button type="button" class="tool">
          {line}
        </button>
      </p>
    ))}
    <button type="button" id="add">
      Add
    </button>
  </fieldset>
)

test.each([
  ['the line before', 'b', ['a', 'c'], 'a'],
  ['the line after the first', 'a', ['b', 'c'], 'b'],
])('whoever takes a line out is in %s', async (_, gone, left, where) => {
  show(<Lines lines={['a', 'b', 'c']} />)
  button(gone)?.focus()
  show(<Lines lines={left} />)
  await lands(where)
})

test('whoever takes the last line out is at the button that adds one', async () => {
  show(<Lines lines={['a']} />)
  button('a')?.focus()
  show(<Lines lines={[]} />)
  await lands('add')
})

test('whoever took a value back by a link in its help is at its field', async () => {
  const field = (isChanged: boolean) => (
    <div>
      <label>
        <select id="field" />
      </label>
      <p>Help. {isChanged && <button type="button">Use the default</button>}</p>
    </div>
  )
  show(field(true))
  button('Use the default')?.focus()
  show(field(false))
  await lands('field')
})

test('what is taken out elsewhere takes the focus from nobody', async () => {
  show(<Lines lines={['a', 'b']} />)
  document.querySelector('input')?.focus()
  show(<Lines lines={['a']} />)
  await lands('a')
})
