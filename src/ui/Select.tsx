import { useId } from 'preact/hooks'

interface Props<V extends string> {
  readonly label: string
  readonly options: readonly (readonly [value: V, words: string])[]
  readonly value: V | undefined
  readonly choose: (value: V) => void
  /** What it is among its neighbours, for the stylesheet. */
  readonly class: 'field' | 'picker' | 'sieve'
}

/** A choice among some, under its label; what there is, where there is only one; nothing, where there is none. */
export function Select<V extends string>({ label, options, value, choose, class: kind }: Props<V>) {
  const id = useId()
  const [only] = options
  if (!only) return null
  return (
    <div class={kind}>
      <label for={options.length > 1 ? id : undefined}>{label}</label>
      {options.length === 1 ? (
        <strong>{only[1]}</strong>
      ) : (
        <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value as V)}>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
