import type { FormField, FormTab, OtherLabel } from '../../mapping/form'
import { type Sheet, sheetAsJson, sheetAsMarkdown } from '../../mapping/sheet'
import { Copy } from '../../ui/Copy'
import { optionsAt } from '../../ui/links'
import { listOf } from '../../ui/list-words'
import { saveFile } from '../../ui/save-file'
import { say } from '../../ui/words'
import { useBench } from '../bench'
import type { Part } from './MappingOf'
import { SheetImport } from './SheetImport'

const ticks = (isTicked: boolean): string => (isTicked ? say('sheetTicked') : say('sheetUnticked'))

const also = ({ label, isOpposite }: OtherLabel): string => (isOpposite ? say('sheetAlsoOpposite', label) : say('sheetAlso', label))

/** What the app's form has besides. */
export const beyondInWords = (labels: readonly string[]): string => say('mappingBeyond', listOf(labels))

/** The finished mapping in the order and words of the app's own form: to copy field by field, to print, to save and to read back. */
export function SheetView({ semantics, working, ssoApp, site, allowedDomains }: Part & { readonly allowedDomains: readonly string[] }) {
  const { app } = useBench()
  const tabs = semantics.form(working.mapping, allowedDomains)
  const sheet: Sheet = { ssoApp, app: app?.name ?? ssoApp, site: site.baseUrl, mapping: working.mapping, tabs, beyond: semantics.beyond }
  const markdown = sheetAsMarkdown(sheet, { ticks, also, beyond: beyondInWords })
  const name = `mapping-${new URL(site.baseUrl).hostname}`
  return (
    <section class="sheet card" aria-labelledby="mapping-sheet">
      <h3 id="mapping-sheet" class="unseen">
        {say('mappingSheet')}
      </h3>
      <p class="muted">{tabs.length > 0 ? say('sheetAbout', sheet.app) : say('sheetNone')}</p>
      <p class="site">
        <code>{sheet.site}</code>
      </p>
      {tabs.map((tab) => (
        <Tab key={tab.name} tab={tab} />
      ))}
      <div class="actions">
        {tabs.length > 0 && (
          <>
            <Copy value={markdown} what={say('sheetCopyMarkdown')} />
            <button type="button" onClick={() => saveFile(`${name}.md`, markdown)}>
              {say('sheetMarkdown')}
            </button>
            <button type="button" onClick={() => print()}>
              {say('sheetPrint')}
            </button>
          </>
        )}
        <button type="button" onClick={() => saveFile(`${name}.json`, sheetAsJson(sheet))}>
          {say('sheetJson')}
        </button>
        <SheetImport working={working} />
      </div>
    </section>
  )
}

const Tab = ({ tab: { name, fields } }: { readonly tab: FormTab }) => (
  <table>
    <caption>{name}</caption>
    <thead class="unseen">
      <tr>
        <th scope="col">{say('sheetField')}</th>
        <th scope="col">{say('sheetValue')}</th>
      </tr>
    </thead>
    <tbody>
      {fields.map((field) => (
        <tr key={field.label}>
          <th scope="row">
            {field.label} {field.unverified && <span class="badge quiet">{say('notVerified')}</span>}
            {field.also && <small class="muted">{also(field.also)}</small>}
          </th>
          <td>
            <Value label={field.label} value={field.value} />
            {field.section && (
              <a class="elsewhere-set" href={optionsAt(field.section)} target="_blank" rel="noreferrer">
                {say('sheetElsewhere')}
              </a>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Of several entries of a field each copy button is named by its own: beside each other they would all be called by the field's. */
function Value({ label, value }: Pick<FormField, 'label' | 'value'>) {
  if (typeof value === 'boolean') return <span>{ticks(value)}</span>
  if (value.length === 0) return <span class="muted">{say('sheetEmpty')}</span>
  if (typeof value === 'string') return <Text label={label} text={value} />
  return (
    <ul class="values">
      {value.map((one, index) => (
        <li key={index}>
          {typeof one === 'string' ? (
            <Text label={one} text={one} />
          ) : (
            <>
              <Text label={one.left} text={one.left} /> ← <Text label={one.right} text={one.right} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const Text = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <span class="cell">
    <code class="value">{text}</code>
    <Copy value={text} what={label} small />
  </span>
)
