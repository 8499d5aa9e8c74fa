/** Hosts of AWS's console by what the names of its regions begin with. Some have one for each region, with its name in front. */
const consoles = [
  { regions: 'cn-', host: 'console.amazonaws.cn', isRegional: true },
  { regions: 'us-gov-', host: 'console.amazonaws-us-gov.com', isRegional: false },
  { regions: 'eusc-', host: 'console.amazonaws-eusc.eu', isRegional: false },
  { regions: '', host: 'console.aws.amazon.com', isRegional: true },
]

/** Without the region that some have in front. */
export const consoleHosts: readonly string[] = consoles.map(({ host }) => host)

/** The console's host for a region. */
export function consoleHostOf(region: string): string {
  const { host = '', isRegional } = consoles.find(({ regions }) => region.startsWith(regions)) ?? {}
  return isRegional ? `${region}.${host}` : host
}
