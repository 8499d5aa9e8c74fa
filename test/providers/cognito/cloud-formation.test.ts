import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec'
import type { PropertyType, Resource, SpecDatabase } from '@aws-cdk/service-spec-types'
import { beforeAll, expect, test } from 'vitest'
import { appClient } from '../../../src/providers/cognito/app-client'
import { template } from '../../../src/providers/cognito/cloud-formation'
import { wishes } from './wishes'

/** Amazon's own description of what CloudFormation takes. */
let specification: SpecDatabase
beforeAll(async () => {
  specification = await loadAwsServiceSpec()
})

interface Template {
  readonly AWSTemplateFormatVersion: string
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>>
  readonly Outputs: Readonly<Record<string, { readonly Value: { readonly Ref: string } }>>
}

/** What is wrong with a resource, in one line each. */
function complaints({ Type, Properties }: Template['Resources'][string]): readonly string[] {
  const resource: Resource = specification.lookup('resource', 'cloudFormationType', 'equals', Type).only()
  const unknown = Object.keys(Properties).filter((name) => !(name in resource.properties))
  const missing = Object.entries(resource.properties).filter(([name, { required }]) => required && !(name in Properties))
  const misfits = Object.entries(Properties).filter(
    ([name, value]) => name in resource.properties && !fits(value, resource.properties[name]?.type),
  )
  return [
    ...unknown.map((name) => `${name} is unknown`),
    ...missing.map(([name]) => `${name} is missing`),
    ...misfits.map(([name]) => `${name} is of another type`),
  ]
}

function fits(value: unknown, type: PropertyType | undefined): boolean {
  if (type?.type === 'array') return Array.isArray(value) && value.every((item) => fits(item, type.element))
  if (type?.type === 'string') return typeof value === 'string' && (!type.allowedValues || type.allowedValues.includes(value))
  return type?.type === typeof value
}

test.each(Object.entries(wishes))('the template for the %s client is one that Amazon’s specification allows', (_, wish) => {
  const { AWSTemplateFormatVersion, Resources, Outputs } = JSON.parse(template(appClient(wish))) as Template
  expect(AWSTemplateFormatVersion).toBe('2010-09-09')
  expect(Object.values(Resources).map(complaints)).toEqual([[]])
  expect(Object.values(Resources)[0]?.Properties).toEqual(appClient(wish))
  for (const { Value } of Object.values(Outputs)) expect(Object.keys(Resources)).toContain(Value.Ref)
})

test('a property that Amazon does not know, one of another type and one left out would be noticed', () => {
  const { UserPoolId: _, ...rest } = appClient(wishes.public)
  const spoiled = { ...rest, GenerateSecret: 'no', AllowedOauthFlows: ['code'], CallbackURLs: [7] }
  expect(complaints({ Type: 'AWS::Cognito::UserPoolClient', Properties: spoiled })).toEqual([
    'AllowedOauthFlows is unknown',
    'UserPoolId is missing',
    'GenerateSecret is of another type',
    'CallbackURLs is of another type',
  ])
})
