import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AppClient, appClient } from '../../../src/providers/cognito/app-client'
import { brandingCommand, createCommand, describeCommand, described } from '../../../src/providers/cognito/command'
import { wishes } from './wishes'

const run = promisify(execFile)

/** Every command line of AWS on this machine: its two major versions read arguments differently. */
const commandLines = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin']
  .map((folder) => join(folder, 'aws'))
  .filter((file) => existsSync(file))
  .map((file) => join(realpathSync(join(file, '..')), 'aws'))
  .filter((file, index, all) => all.indexOf(file) === index)

/** A Cognito that answers on loopback. @see https://github.com/jagregory/cognito-local */
interface LocalCognito {
  readonly address: string
  close(): void
}

/** What it answers, as far as it is looked at. */
type Answer = Record<'UserPool' | 'UserPoolClient', (AppClient & { Id: string; ClientId: string }) | undefined>

function startCognito(): Promise<LocalCognito> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-cognito-'))
  const script = createRequire(import.meta.url).resolve('cognito-local/lib/bin/start.js')
  const server = spawn(process.execPath, [script], { cwd: folder, env: { ...process.env, HOST: '127.0.0.1', PORT: '0' } })
  const close = () => {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return new Promise((started, failed) => {
    let said = ''
    server.stdout.on('data', (text: Buffer) => {
      said += text
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address) started({ address, close })
    })
    server.once('exit', () => failed(new Error(`cognito-local did not start: ${said}`)))
  })
}

test('a client’s id is one word of the shell, whatever stands in it', async () => {
  const clientId = "$(echo${IFS}run)`echo`;'7'"
  const command = brandingCommand(appClient(wishes.public), 'eu-west-1', clientId).replace(/^aws /, 'printf %s\\\\n ')
  const { stdout } = await run('sh', ['-c', command])
  expect(stdout.split('\n')).toContain(clientId)
})

describe.skipIf(commandLines.length === 0)('AWS’s own command line', () => {
  let cognito: LocalCognito
  beforeAll(async () => {
    cognito = await startCognito()
  })
  afterAll(() => cognito?.close())

  /** Runs a command as a person would, with this `aws` and against the local Cognito, or another address. */
  async function shell(aws: string, command: string, address = cognito.address): Promise<Answer> {
    const env = {
      ...process.env,
      PATH: `${join(aws, '..')}:${process.env['PATH']}`,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
    }
    const { stdout } = await run('sh', ['-c', `${command} --output json --endpoint-url ${address}`], { env })
    return JSON.parse(stdout) as Answer
  }

  /** Asks the local Cognito without a command line, each start of which takes seconds. */
  async function ask(action: string, parameters: object): Promise<Answer> {
    const target = `AWSCognitoIdentityProviderService.${action}`
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target, authorization: 'none' }
    const answer = await fetch(cognito.address, { method: 'POST', headers, body: JSON.stringify(parameters) })
    return (await answer.json()) as Answer
  }

  const everyCase = commandLines.flatMap((aws) => Object.entries(wishes).map(([kind, wish]) => ({ aws, kind, wish })))

  test.each(everyCase)('at $aws makes the $kind client that was asked for', async ({ aws, wish }) => {
    const { UserPool } = await ask('CreateUserPool', { PoolName: 'acme' })
    const client = appClient({ ...wish, userPoolId: UserPool?.Id ?? '' })
    const { UserPoolClient: made } = await shell(aws, createCommand(client, 'eu-west-1'))
    const { UserPoolClient: kept } = await ask('DescribeUserPoolClient', { UserPoolId: UserPool?.Id, ClientId: made?.ClientId })
    const { GenerateSecret, ...asked } = client
    expect(kept).toMatchObject(asked)
    expect(kept && 'ClientSecret' in kept).toBe(GenerateSecret)
  })

  test.each(commandLines)('at %s shows of a client that is there what it must have, and no secret', async (aws) => {
    const { UserPool } = await ask('CreateUserPool', { PoolName: 'acme' })
    const client = appClient({ ...wishes.confidential, userPoolId: UserPool?.Id ?? '' })
    const { UserPoolClient: made } = await ask('CreateUserPoolClient', client)
    const command = describeCommand(client, 'eu-west-1', made?.ClientId ?? '')
    expect(await shell(aws, command)).toEqual(described(client))
  })

  test.each(commandLines)('at %s asks for a style of the client that was meant', async (aws) => {
    const asked: [target: unknown, body: unknown][] = []
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const part of request) body += part
      asked.push([request.headers['x-amz-target'], JSON.parse(body)])
      response.setHeader('content-type', 'application/x-amz-json-1.1').end('{"ManagedLoginBranding":{"UserPoolId":"made"}}')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    const command = brandingCommand(appClient(wishes.public), 'eu-west-1', '7abc')
    await shell(aws, command, `http://127.0.0.1:${port}`).finally(() => server.close())
    expect(asked).toEqual([
      [
        'AWSCognitoIdentityProviderService.CreateManagedLoginBranding',
        { UserPoolId: wishes.public.userPoolId, ClientId: '7abc', UseCognitoProvidedValues: true },
      ],
    ])
  })

  test('refuses a member that Cognito does not know, before anything is sent', async () => {
    const spoiled = { ...appClient(wishes.public), CallbackUrls: [] }
    await expect(shell(commandLines[0] ?? '', createCommand(spoiled, 'eu-west-1'))).rejects.toThrow(
      'Unknown parameter in input: "CallbackUrls"',
    )
  })
})
