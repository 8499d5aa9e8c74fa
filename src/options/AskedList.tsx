import type { Asked } from '../setup/discover'
import { endingInWords } from '../ui/asked-words'

/** The questions that a site was asked, and how each ended. */
export const AskedList = ({ asked }: { readonly asked: readonly Asked[] }) => (
  <ul class="asked">
    {asked.map((one) => (
      <li key={one.path}>
        <code>{one.path}</code>
        <p>{endingInWords(one)}</p>
      </li>
    ))}
  </ul>
)
