import { Copy } from './Copy'

interface Props {
  readonly label: string
  readonly value: string
  /** Can be copied, but is not shown: an exception's text is for whoever mends Latchkey. */
  readonly isHidden?: boolean
}

/** Something to be pasted elsewhere, under what it is. */
export const ClippingLine = ({ label, value, isHidden = false }: Props) => (
  <div class="clipping">
    <span class="clipping-label">{label}</span>
    <Copy value={value} what={label} />
    {!isHidden && <code>{value}</code>}
  </div>
)
