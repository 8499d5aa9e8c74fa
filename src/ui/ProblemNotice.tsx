import type { ComponentChildren } from 'preact'
import type { Problem } from '../problem'
import { Copy } from './Copy'
import { Notice } from './Notice'
import { type Clipping, problemInWords } from './problem-words'

/** A problem with its next step and what has to be pasted elsewhere for it; `children` are the ways on. */
export function ProblemNotice({ problem, children }: { readonly problem: Problem; readonly children?: ComponentChildren }) {
  const { title, next, clippings } = problemInWords(problem)
  return (
    <Notice tone={problem.code === 'sign-in-cancelled' ? 'quiet' : 'bad'} title={title}>
      <p>{next}</p>
      {clippings.map((clipping) => (
        <ClippingLine
          key={clipping.label}
          clipping={clipping}
          hidden={problem.code === 'unexpected' || problem.code === 'storage-failed'}
        />
      ))}
      {children && <div class="actions">{children}</div>}
    </Notice>
  )
}

/** An exception's text is for whoever mends Latchkey: it can be copied, but is not shown. */
const ClippingLine = ({ clipping: { label, value }, hidden }: { readonly clipping: Clipping; readonly hidden: boolean }) => (
  <div class="clipping">
    <span class="clipping-label">{label}</span>
    {!hidden && <code>{value}</code>}
    <Copy value={value} what={label} />
  </div>
)
