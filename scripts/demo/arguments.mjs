// Runs before anything is installed: Node's own modules only.
import { parseArgs } from 'node:util'

const usage = `npm start -- [--headless] [--firefox]
npm start -- --site https://wiki.example.com/ --region eu-west-1 --pool eu-west-1_AbCdEf123 --domain acme.auth.eu-west-1.amazoncognito.com --client <public app client id> [--scopes "openid email profile"] [--sso-app auto]`

const text = { type: 'string' }
const flag = { type: 'boolean', default: false }
const needed = {
  site: 'the address of Confluence',
  region: 'the region',
  pool: 'the user pool id',
  domain: "the pool's domain",
  client: 'the public app client',
}
const ssoApps = ['auto', 'miniorange', 'miniorange-saml', 'atlassian', 'resolution', 'kantega', 'custom']

/** What was asked for, or a sentence on what is wrong with it. */
export function readArguments(words, environment = process.env) {
  try {
    const options = { headless: flag, firefox: flag, ...Object.fromEntries(Object.keys(needed).map((name) => [name, text])) }
    const { values } = parseArgs({ args: [...words], options: { ...options, scopes: text, 'sso-app': text } })
    const { firefox, headless, ...site } = values
    const shared = { kind: firefox ? 'firefox' : 'chromium', headless: headless || !hasDisplay(environment) }
    return Object.keys(site).length === 0 ? shared : { ...shared, real: realSite(site) }
  } catch (error) {
    return { complaint: `${error.message}\n\n${usage}` }
  }
}

function hasDisplay(environment) {
  return ['darwin', 'win32'].includes(process.platform) || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

function realSite({ site, region, pool, domain, client, scopes = 'openid email profile', 'sso-app': ssoApp = 'auto' }) {
  const given = { site, region, pool, domain, client }
  const missing = Object.keys(needed).filter((name) => !given[name])
  if (missing.length > 0) throw new Error(`Still missing: ${missing.map((name) => `--${name} (${needed[name]})`).join(', ')}.`)
  if (!/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region)) throw new Error(`--region ${region} does not look like eu-west-1.`)
  if (!pool.startsWith(`${region}_`)) throw new Error(`--pool ${pool} does not start with its region, as in ${region}_AbCdEf123.`)
  if (!ssoApps.includes(ssoApp)) throw new Error(`--sso-app ${ssoApp} is none of ${ssoApps.join(', ')}.`)
  return {
    baseUrl: addressOf(site),
    region,
    userPoolId: pool,
    domain: hostOf(domain),
    clientId: client,
    scopes: scopes.split(/[\s,]+/).filter(Boolean),
    ssoApp,
  }
}

function addressOf(site) {
  const url = URL.canParse(site) ? new URL(site) : undefined
  if (url?.protocol !== 'https:' || url.username || url.search || url.hash)
    throw new Error(`--site ${site} is not a plain https address, as in https://wiki.example.com/confluence/.`)
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

function hostOf(domain) {
  const address = domain.includes('://') ? domain : `https://${domain}`
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:' || !url.hostname.includes('.') || url.pathname !== '/')
    throw new Error(`--domain ${domain} is not a host name, as in acme.auth.eu-west-1.amazoncognito.com.`)
  return url.host
}
