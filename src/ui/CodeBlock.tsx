import { Copy } from './Copy'

interface Props {
  readonly text: string
  /** What it is, in the words that follow "Copy". */
  readonly what: string
  readonly about: string
}

/** A text of several lines to be copied. */
export const CodeBlock = ({ text, what, about }: Props) => (
  <div class="code-block">
    <div class="code-block-head">
      <p class="help">{about}</p>
      <Copy value={text} what={what} />
    </div>
    <pre>
      <code>{text}</code>
    </pre>
  </div>
)
