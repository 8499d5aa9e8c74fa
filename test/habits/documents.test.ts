import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/run.mjs'

const documents = Object.entries(
  import.meta.glob<string>(['../../*.md', '../../docs/**/*.md'], { eager: true, query: '?raw', import: 'default' }),
).map(([path, text]) => [path.replace('../../', ''), text] as const)
const textOf = Object.fromEntries(documents)

/** What a link to a heading is called, as GitHub makes it. */
const anchorsIn = (text = ''): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(documents)('%s leads to what is there', (path, text) => {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^https?:/.test(link))
  const broken = links.filter((link) => {
    const [file = '', anchor] = link.split('#')
    const target = file ? join(dirname(path), file) : path
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsIn(textOf[target]).includes(anchor))
  })
  expect(broken).toEqual([])
})

test.each(documents)('%s names files that are there', (_, text) => {
  const named = [...text.matchAll(/`((?:bench|docs|public|scripts|src|test)\/[\w./-]*\w)`/g)].map(([, file = '']) => file)
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

test('the administrators’ page lists all of its sections', () => {
  const [top = '', ...sections] = (textOf['docs/administrators.md'] ?? '').split(/^## /m)
  const listed = [...top.matchAll(/\(#([^)]+)\)/g)].map(([, anchor]) => anchor)
  expect(listed).toEqual(sections.flatMap((section) => anchorsIn(`## ${section.split('\n', 1)[0]}`)))
})
