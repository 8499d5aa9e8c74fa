import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Ajv from 'ajv'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browsers.mjs'
import { fileOf, filesOf, ownServer, settings } from '../rollout/example'
import { browserKind } from './driver/browser-kind'

const path = 'modules/policies/policies-schema.json'

/** What Firefox itself holds a policy file against, by the policies' names. Undefined for another browser, or a Firefox that keeps it elsewhere. */
function schemasOfFirefox(): Readonly<Record<string, object>> | undefined {
  const firefox = browserKind === 'firefox' ? findBrowser('firefox') : undefined
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
  for (const [right, wrong] of [
    ['"force_installed"', '"forced"'],
    ['"navbar"', '"toolbar"'],
  ] as const)
    expect(validate(JSON.parse(JSON.stringify(policies).replace(right, wrong))), `and the schema bites: ${wrong}`).toBe(false)
})
