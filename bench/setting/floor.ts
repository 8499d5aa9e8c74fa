import type { Page } from 'puppeteer-core'
import type { Driver } from '../../test/e2e/driver/driver'
import type { TemporaryFolder } from '../../test/e2e/driver/temporary-folder'
import { until } from '../../test/e2e/driver/until'
import { writeExtension } from './extension'

/** The least that there can be: an empty page, one that a script fills, and a worker of a few lines that signs in by PKCE and verifies nothing. */
export const writeFloor = (): TemporaryFolder =>
  writeExtension(
    'floor',
    {
      permissions: ['identity', 'storage'],
      host_permissions: ['https://*/*'],
      background: { service_worker: 'background.js' },
    },
    {
      'page.html': '<!doctype html><title>Empty</title><p>Empty</p>',
      'scripted.html': '<!doctype html><title>Empty</title><script type="module" src="scripted.js"></script>',
      'scripted.js': "document.body.append(Object.assign(document.createElement('p'), { textContent: 'Empty' }))",
      'background.js': background,
    },
  )

const background = `
const encoded = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/[+]/g, '-').replace(/[/]/g, '_').replace(/=/g, '')
async function signIn({ domain, client_id }) {
  const code_verifier = encoded(crypto.getRandomValues(new Uint8Array(32)))
  const code_challenge = encoded(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code_verifier)))
  const redirect_uri = chrome.identity.getRedirectURL()
  const asked = { response_type: 'code', client_id, redirect_uri, scope: 'openid email profile', code_challenge, code_challenge_method: 'S256' }
  const url = 'https://' + domain + '/oauth2/authorize?' + new URLSearchParams({ ...asked, state: encoded(crypto.getRandomValues(new Uint8Array(16))) })
  const code = new URL(await chrome.identity.launchWebAuthFlow({ url, interactive: true })).searchParams.get('code')
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri, client_id, code_verifier })
  const { id_token } = await (await fetch('https://' + domain + '/oauth2/token', { method: 'POST', body })).json()
  await chrome.storage.session.set({ claims: atob(id_token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')) })
}
chrome.runtime.onMessage.addListener((message, _, answer) => {
  if (message.domain) signIn(message).then(() => answer('signed in'), (error) => answer(String(error)))
  else answer('awake')
  return true
})`

/** The floor's extension in an open Chromium. */
export interface Floor {
  readonly id: string
  /** Address of its empty page. */
  readonly address: string
  /** Address of the page that a script fills with the same. */
  readonly scripted: string
  /** The empty page, kept open: an extension's process is then there already, as Latchkey's is. */
  readonly page: Page
}

/** Finds it by its worker: an extension without a key has its id from its folder. */
export async function findFloor(driver: Driver): Promise<Floor> {
  const page = await driver.page()
  const worker = await until('the floor’s worker', async () =>
    page
      .browser()
      .targets()
      .find((target) => target.type() === 'service_worker' && !target.url().startsWith(driver.extensionOrigin)),
  )
  const { host: id, origin } = { host: new URL(worker.url()).host, origin: `chrome-extension://${new URL(worker.url()).host}` }
  const address = `${origin}/page.html`
  await page.goto(address)
  return { id, address, scripted: `${origin}/scripted.html`, page }
}
