/** Hands a text to the browser as a file to keep, as if a link to it had been clicked. */
export function saveFile(name: string, text: string): void {
  // Excel takes a list without a mark for one in the code page of old.
  const content = name.endsWith('.csv') ? `\uFEFF${text}` : text
  const address = URL.createObjectURL(
    new Blob([content], { type: name.endsWith('.json') ? 'application/json' : 'application/octet-stream' }),
  )
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000) // the browser has read it by then
}
