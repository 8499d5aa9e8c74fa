// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "disableCSSFileLoading": true, "handleDisabledFileLoadingAsSuccess": true } }
import { expect, test } from 'vitest'
import { signs } from '../../src/platform/signs'
import { documentOf, pages } from '../login-page/pages'

test('of every app’s marks the one sign for all of them misses none, and is none of its own', () => {
  const { apps, appMark } = signs
  const differ = Object.entries(pages).filter(([, html]) => {
    const document = documentOf(html)
    const marked = [...document.querySelectorAll(apps.flatMap(({ marks }) => marks).join())]
    return String(marked) !== String([...document.querySelectorAll(appMark)]) || marked.some((element) => !element.matches(appMark))
  })
  expect(differ.map(([path]) => path)).toEqual([])
})
