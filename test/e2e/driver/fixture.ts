import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TemporaryFolder, temporaryFolder } from './temporary-folder'

/** A public key made for this fixture alone: it gives the unpacked extension a fixed id in Chromium. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxPHlqVoopWRAxSNBd33vu72A58tZEfyWdqt6BX8qU2QLcxY/TAbtuZN880gGv7maeqjfC4KsRoIYfma3eW46px8wBjbHZOrTwXGSLIPeanbFYlHgEkM9TiTokrpeZkfIS1Z0QSxE0JlZggYvXmXn1pAyqB2f/jVoN7SHL1fWK0TKg3zToX1x/GBqN3TZ6FyeLK2lZ54ObY8agaGrWvk70RP6bMitF9dxyfycVRJgRiT8QBHMHortLmOJF5wPDU7JhWxwpUH+s5IyS5WtXEEicdbKK+Lg48V03/ES8AE06JuGUiC6UH3fqTyi83QiSOeabGyIzpAcSDhalMzqt2dJHQIDAQAB'

const files: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Driver fixture',
    version: '1',
    key,
    permissions: ['storage', 'identity'],
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    storage: { managed_schema: 'schema.json' },
    browser_specific_settings: { gecko: { id: 'fixture@latchkey.example' } },
  }),
  'schema.json': JSON.stringify({ type: 'object', properties: { greeting: { type: 'string' } } }),
  'background.js': `
    const api = globalThis.browser ?? chrome
    const born = crypto.randomUUID()
    api.runtime.onMessage.addListener((message, sender, respond) => respond(born))`,
  'page.html':
    '<!doctype html><meta name="color-scheme" content="light dark"><title>Fixture</title><p id="greeting"></p><script src="page.js"></script>',
  'page.js': `document.querySelector('#greeting').textContent = 'Hello, ' + new URLSearchParams(location.search).get('who')`,
}

/** Writes an extension of a few lines into a fresh folder, for what must be known of browsers rather than of Latchkey. */
export function makeFixture(): TemporaryFolder {
  const folder = temporaryFolder('fixture')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text)
  return folder
}
