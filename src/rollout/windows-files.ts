import type { BrowserName, Plan } from './plan'
import { type RegistryValue, registryOf, replacedKeys } from './registry'

/**
 * A registration file for one browser, in place of whatever policy it had for the extension before. Everything that is not ASCII is
 * escaped, so that no code page can spoil it.
 */
export function regFile(browser: BrowserName, plan: Plan): string {
  const values = registryOf(browser, plan)
  const keys = [...new Set(values.map(({ key }) => key))]
  const sections = keys.map((key) =>
    [`[HKEY_LOCAL_MACHINE\\${key}]`, ...values.filter((value) => value.key === key).map(regLine)].join('\r\n'),
  )
  const removals = replacedKeys([browser], plan).map((key) => `[-HKEY_LOCAL_MACHINE\\${key}]`)
  return `Windows Registry Editor Version 5.00\r\n\r\n${[...removals, ...sections].join('\r\n\r\n')}\r\n`
}

const regLine = ({ name, value }: RegistryValue): string =>
  `"${regText(name)}"=${typeof value === 'number' ? `dword:${value.toString(16).padStart(8, '0')}` : `"${regText(value)}"`}`
const regText = (text: string): string => text.replace(/[\\"]/g, '\\$&')

/** A script that writes the same, for what cannot take a registration file: Intune, and Edge there, whose keys no ADMX may write. */
export function powershellScript(browsers: readonly BrowserName[], plan: Plan): string {
  const lines = [
    ...replacedKeys(browsers, plan).map((key) => `Remove-Policy ${quoted(key)}`),
    ...browsers.flatMap((browser) => registryOf(browser, plan)).map(scriptLine),
  ]
  return `${scriptHead}${lines.join('\r\n')}\r\n`
}

const scriptHead = [
  '#Requires -RunAsAdministrator',
  "$ErrorActionPreference = 'Stop'",
  'function Set-Policy($Key, $Name, $Type, $Value) {',
  '  $path = "HKLM:\\$Key"',
  '  if (-not (Test-Path -LiteralPath $path)) { New-Item -Path $path -Force | Out-Null }',
  '  New-ItemProperty -LiteralPath $path -Name $Name -PropertyType $Type -Value $Value -Force | Out-Null',
  '}',
  'function Remove-Policy($Key) {',
  '  $path = "HKLM:\\$Key"',
  '  if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path -Recurse }',
  '}',
  '',
].join('\r\n')

const scriptLine = ({ key, name, value }: RegistryValue): string =>
  `Set-Policy ${quoted(key)} ${quoted(name)} ${typeof value === 'number' ? `DWord ${value}` : `String ${quoted(value)}`}`
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
