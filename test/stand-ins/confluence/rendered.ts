import { Window } from 'happy-dom'

/** A browser window that runs the scripts of the pages written into it. */
export function windowAt(url: string): Window {
  return new Window({ url, settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true } })
}

/** The document of a page after its scripts have run. */
export async function rendered(text: string, url: string): Promise<Window['document']> {
  const window = windowAt(url)
  window.document.write(text)
  await window.happyDOM.waitUntilComplete()
  return window.document
}

/** Content of a meta element, or undefined. */
export function meta(text: string, name: string): string | undefined {
  return new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(text)?.[1]
}
