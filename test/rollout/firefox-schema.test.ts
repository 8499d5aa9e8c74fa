import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Ajv from 'ajv'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browsers.mjs'
import { fileOf, filesOf, ownServer, settings } from './example'

const path = 'modules/policies/policies-schema.json'

/** What Firefox itself holds a policy file against, by the policies' names. Undefined where none is installed, or one that keeps it elsewhere. */
function schemasOfFirefox(): Readonly<Record<string, object>> | undefined {
  const firefox = findBrowser('firefox')
  const archive = firefox ? join(dirname(realpathSync(firefox)), 'browser/omni.ja') : ''
  if (!existsSync(archive)) return undefined
  const file = unzipSync(readFileSync(archive), { filter: ({ name }) => name === path })[path]
  return file && (JSON.parse(new TextDecoder().decode(file)) as { properties: Record<string, object> }).properties
}
const schemas = schemasOfFirefox()

test.skipIf(!schemas).each([
  ['a store', {}],
  ['a server of one’s own', ownServer],
])('policies.json for %s is what Firefox’s own schema asks for', (_, origins) => {
  const { policies } = JSON.parse(fileOf(filesOf(settings, origins), 'firefox/policies.json')) as { policies: Record<string, object> }
  const properties = Object.fromEntries(Object.keys(policies).map((name) => [name, schemas?.[name]]))
  expect(Object.values(properties), 'every policy is one of Firefox’s').not.toContain(undefined)
  const ajv = new Ajv({ strict: false, formats: { 'moz-url': URL.canParse } })
  const validate = ajv.compile({ type: 'object', properties })
  expect(validate(policies), JSON.stringify(validate.errors)).toBe(true)
  for (const wrong of ['"force_installed"→"forced"', '"navbar"→"toolbar"']) {
    const [from = '', to = ''] = wrong.split('→')
    expect(validate(JSON.parse(JSON.stringify(policies).replace(from, to))), `and the schema bites: ${wrong}`).toBe(false)
  }
})
