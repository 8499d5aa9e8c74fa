import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

interface Message {
  readonly message: string
  readonly description?: string
  readonly placeholders?: object
}
type Messages = Readonly<Record<string, Message>>

/** Brings every language into step with English: its order, its placeholders, no texts that it no longer has. Says which texts wait for a translator. */
const folder = new URL('../public/_locales/', import.meta.url)
const file = (language: string) => new URL(`${language}/messages.json`, folder)
const read = (language: string) => JSON.parse(readFileSync(file(language), 'utf8')) as Messages

const english = read('en')
for (const language of readdirSync(folder).filter((name) => name !== 'en')) {
  const translated = read(language)
  const inStep = Object.entries(english).flatMap(([key, { placeholders }]) => {
    const message = translated[key]?.message
    return message === undefined ? [] : [[key, { message, ...(placeholders && { placeholders }) }] as const]
  })
  writeFileSync(file(language), `${JSON.stringify(Object.fromEntries(inStep), null, 2)}\n`)
  const missing = Object.keys(english).filter((key) => !(key in translated))
  console.log(missing.length === 0 ? `${language}: complete` : `${language}: ${missing.length} missing: ${missing.join(', ')}`)
}
