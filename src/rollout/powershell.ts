import type { BrowserName, Plan } from './plan'
import { type Installation, installationOf, type RegistryValue, registryOf, replacedKeys } from './registry'
import { asciiJson } from './text'

/** A script that sets the policies and adds the installations, for Intune: Edge's keys no ADMX may write there. */
export function powershellScript(browsers: readonly BrowserName[], plan: Plan): string {
  const lines = [
    ...replacedKeys(browsers, plan).map((key) => `Remove-Policy ${quoted(key)}`),
    ...browsers.flatMap((browser) => registryOf(browser, plan)).map(policyLine),
    ...browsers.map((browser) => installationLine(installationOf(browser, plan))),
  ]
  return `${head.replaceAll('\n', '\r\n')}${lines.join('\r\n')}\r\n`
}

/**
 * An `ExtensionSettings` of the organisation's own stays what it is: a text gets our entry, and so does a key in which other extensions
 * have keys; where both are there browsers see the key alone. Where there is nothing yet, a text is written: a key, even an empty one,
 * would hide every text that comes later.
 */
const head = String.raw`#Requires -RunAsAdministrator
$ErrorActionPreference = 'Stop'
function Set-Policy($Key, $Name, $Type, $Value) {
  $path = "HKLM:\$Key"
  if (-not (Test-Path -LiteralPath $path)) { New-Item -Path $path -Force | Out-Null }
  New-ItemProperty -LiteralPath $path -Name $Name -PropertyType $Type -Value $Value -Force | Out-Null
}
function Remove-Policy($Key) {
  $path = "HKLM:\$Key"
  if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path -Recurse }
}
function Test-Empty($Key) {
  $item = Get-Item -LiteralPath "HKLM:\$Key" -ErrorAction SilentlyContinue
  ($null -eq $item) -or ($item.SubKeyCount + $item.ValueCount -eq 0)
}
function Set-Installation($Key, $Id, $Json) {
  $entry = ConvertFrom-Json $Json
  Remove-Policy "$Key\ExtensionSettings\$Id"
  if (Test-Empty "$Key\ExtensionSettings") { Remove-Policy "$Key\ExtensionSettings" }
  $item = Get-Item -LiteralPath "HKLM:\$Key" -ErrorAction SilentlyContinue
  $isText = ($null -ne $item) -and ($item.GetValueNames() -contains 'ExtensionSettings')
  $isKey = Test-Path -LiteralPath "HKLM:\$Key\ExtensionSettings"
  if ($isKey) { Add-AsKey "$Key\ExtensionSettings\$Id" $entry }
  if ($isText) { Add-ToText $Key $Id $entry $item }
  elseif (-not $isKey) { Set-Policy $Key 'ExtensionSettings' 'String' "{""$Id"":$Json}" }
}
function Add-ToText($Key, $Id, $Entry, $Item) {
  $text = $Item.GetValue('ExtensionSettings', '', 'DoNotExpandEnvironmentNames') -join [char]10
  if (-not $text.Trim()) { $text = '{}' }
  $all = ConvertFrom-Json $text
  if ($all -isnot [System.Management.Automation.PSCustomObject]) { throw "ExtensionSettings of HKLM:\$Key is no JSON object" }
  $all | Add-Member -MemberType NoteProperty -Name $Id -Value $Entry -Force
  Set-Policy $Key 'ExtensionSettings' ($Item.GetValueKind('ExtensionSettings')) (ConvertTo-Json $all -Depth 100 -Compress)
}
function Add-AsKey($Key, $Entry) {
  foreach ($one in $Entry.PSObject.Properties) {
    if ($one.Value -is [bool]) { Set-Policy $Key $one.Name 'DWord' ([int]$one.Value) }
    else { Set-Policy $Key $one.Name 'String' $one.Value }
  }
}
`

const policyLine = ({ key, name, value }: RegistryValue): string =>
  `Set-Policy ${quoted(key)} ${quoted(name)} ${typeof value === 'number' ? `DWord ${value}` : `String ${quoted(value)}`}`
const installationLine = ({ key, id, entry }: Installation): string =>
  `Set-Installation ${quoted(key)} ${quoted(id)} ${quoted(asciiJson(entry))}`
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
