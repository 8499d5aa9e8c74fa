// Runs before anything is installed: Node's own modules only.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const home = homedir()
const local = process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local')
const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], local].filter(Boolean)

/** Where downloads by Playwright and by @puppeteer/browsers are kept: folders of versions. */
const caches = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(home, '.cache', 'ms-playwright'),
  join(home, 'Library', 'Caches', 'ms-playwright'),
  join(local, 'ms-playwright'),
].filter(Boolean)

const known = {
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    apps: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
    programs: ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
    downloads: [
      [...caches, /^chromium-\d+$/],
      [join(home, '.cache', 'puppeteer', 'chrome'), /./],
    ],
    inside: [
      'chrome-linux64/chrome',
      'chrome-linux/chrome',
      'chrome-win64/chrome.exe',
      'chrome-win/chrome.exe',
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
  },
  firefox: {
    commands: ['firefox-esr', 'firefox'],
    apps: ['Firefox.app/Contents/MacOS/firefox'],
    programs: ['Mozilla Firefox/firefox.exe'],
    downloads: [
      [join(home, '.cache', 'puppeteer', 'firefox'), /./],
      [...caches, /^firefox-\d+$/],
    ],
    inside: ['firefox/firefox', 'firefox/firefox.exe', 'core/firefox.exe', 'firefox/Nightly.app/Contents/MacOS/firefox'],
  },
}

/**
 * The executable of a browser on this machine, or undefined. The environment's CHROMIUM or FIREFOX comes first.
 * @param {'chromium' | 'firefox'} kind
 * @returns {string | undefined}
 */
export function findBrowser(kind) {
  const named = process.env[kind.toUpperCase()]
  if (named) return existsSync(named) ? named : undefined
  return candidates(known[kind]).find((path) => existsSync(path))
}

function candidates({ commands, apps, programs: windows, downloads, inside }) {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)]
  const installed = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...apps.map((app) => join('/Applications', app)),
    ...windows.flatMap((path) => programs.map((folder) => join(folder, path))),
  ]
  return [
    ...installed,
    ...downloads
      .flatMap((place) => versionsIn(place.slice(0, -1), place.at(-1)))
      .flatMap((folder) => inside.map((path) => join(folder, path))),
  ]
}

/** Newest first, as far as names tell. */
function versionsIn(folders, name) {
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((entry) => name.test(entry))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((entry) => join(folder, entry)),
  )
}
