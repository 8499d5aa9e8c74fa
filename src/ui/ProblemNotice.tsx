import type { ComponentChildren } from 'preact'
import type { Problem } from '../problem'
import { ClippingLine } from './ClippingLine'
import { Notice } from './Notice'
import { problemInWords } from './problem-words'

/** A problem with its next step and what has to be pasted elsewhere for it; `children` are the ways on. */
export function ProblemNotice({ problem, children }: { readonly problem: Problem; readonly children?: ComponentChildren }) {
  const { title, next, clippings } = problemInWords(problem)
  return (
    <Notice tone={problem.code === 'sign-in-cancelled' ? 'quiet' : 'bad'} title={title}>
      <p>{next}</p>
      {clippings.map(({ label, value }) => (
        <ClippingLine
          key={label}
          label={label}
          value={value}
          isHidden={problem.code === 'unexpected' || problem.code === 'storage-failed'}
        />
      ))}
      {children && <div class="actions">{children}</div>}
    </Notice>
  )
}
