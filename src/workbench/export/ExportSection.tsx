import { useState } from 'preact/hooks'
import { plainDialect } from '../../claims/dialect'
import { entriesOf } from '../../claims/entries'
import { asCsv, asJsonFile, asMarkdown, type Format } from '../../claims/export'
import { redactedSources } from '../../claims/kept'
import type { Sources, Subject } from '../../claims/subject'
import { Select } from '../../ui/Select'
import { keyOf, say } from '../../ui/words'
import { useBench } from '../bench'
import { Nobody } from '../Nobody'
import { Toggle } from '../Toggle'
import { useRedaction } from '../use-redaction'
import { RawToken } from './RawToken'
import { TakeAway } from './TakeAway'
import { useReport } from './use-report'

const formats = ['report', 'json', 'markdown', 'csv'] as const
const endings = { report: 'md', json: 'json', markdown: 'md', csv: 'csv' } as const

/** Claims to be carried elsewhere: for a ticket, a file, a spreadsheet. What names a person is hidden unless somebody says otherwise. */
export function ExportSection() {
  const { subject } = useBench()
  return subject ? <Export key={subject.id} subject={subject} /> : <Nobody />
}

function Export({ subject }: { readonly subject: Subject }) {
  const [format, setFormat] = useState<(typeof formats)[number]>('report')
  const [isOpen, setOpen] = useState(false)
  const [hidesGroups, setHidesGroups] = useState(false)
  const usual = useRedaction()
  const redaction = hidesGroups ? { groups: [] } : usual
  const report = useReport(subject, redaction)
  const isHidden = format === 'report' || !isOpen
  const claims = useText(isHidden ? redactedSources(subject.sources, redaction) : subject.sources, format === 'report' ? 'json' : format)
  const text = format === 'report' ? report : claims
  return (
    <>
      <div class="card">
        <Select
          class="picker"
          label={say('exportFormat')}
          options={formats.map((value) => [value, say(keyOf('format', value))] as const)}
          value={format}
          choose={setFormat}
        />
        {format !== 'report' && subject.from !== 'kept' && <Toggle label={say('exportOpen')} on={isOpen} turn={setOpen} />}
        {isHidden && <Toggle label={say('exportHideGroups')} on={hidesGroups} turn={setHidesGroups} />}
        <p class={isHidden ? 'muted' : 'notice warning'}>{say(isHidden ? 'exportHidden' : 'exportShown')}</p>
        <TakeAway text={text} name={`latchkey-${format}.${endings[format]}`} />
      </div>
      <RawToken subject={subject} />
    </>
  )
}

function useText(sources: Sources, format: Format): string {
  const { app } = useBench()
  if (format === 'json') return asJsonFile(sources)
  const entries = entriesOf(sources, app?.dialect ?? plainDialect)
  const heads = [say('claimName'), say('claimValue'), say('sieveSource')]
  return format === 'csv' ? asCsv(entries, heads) : asMarkdown(entries, heads)
}
