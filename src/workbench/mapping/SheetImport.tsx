import { useRef, useState } from 'preact/hooks'
import { type ReadSheet, readSheet } from '../../mapping/sheet'
import { fileText } from '../../settings/file-text'
import { complaintInWords } from '../../ui/complaint-words'
import { Notice } from '../../ui/Notice'
import { settingLabel } from '../../ui/setting-words'
import { say } from '../../ui/words'
import type { Working } from './use-mapping'

type Wrong = Extract<ReadSheet, { wrong: string }>

/** What a file says, and nothing where it is no text. */
async function textOf(file: File): Promise<string> {
  try {
    return fileText(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return ''
  }
}

/** Reads a mapping that was saved as JSON back in, whole or not at all. */
export function SheetImport({ working }: { readonly working: Working }) {
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<{ readonly file: string; readonly is: Wrong }>()
  const take = async (file: File) => {
    const read = readSheet(await textOf(file))
    setWrong('wrong' in read ? { file: file.name, is: read } : undefined)
    if ('values' in read) await working.saveAll(() => say('sheetImported', file.name), read.values)
  }
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {say('sheetImport')}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say('sheetFile')}
        onChange={(event) => {
          const { files } = event.currentTarget
          if (files?.[0]) void take(files[0])
          event.currentTarget.value = ''
        }}
      />
      {wrong && <WhatIsWrong {...wrong} />}
    </>
  )
}

function WhatIsWrong({ file, is }: { readonly file: string; readonly is: Wrong }) {
  if (!('complaints' in is))
    return <Notice tone="bad" title={is.wrong === 'no-json' ? say('sheetNoJson', file) : say('sheetNoSheet', file)} />
  return (
    <Notice tone="bad" title={say('sheetBadValues', file)}>
      <ul>
        {is.complaints.map(({ where, code }) => (
          <li key={where}>
            {settingLabel(`sites.${where}`)}: {complaintInWords(code)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
