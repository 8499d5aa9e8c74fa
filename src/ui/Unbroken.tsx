/** Names with a hyphen before a figure in them, such as of regions and pools, and the sign behind them. */
const named = /([\w.-]*-\d[\w.-]*[,;]?)/

/** Words in which no line ends within a name, where there is room for it: broken at a hyphen, it could be read as two. */
export const Unbroken = ({ text }: { readonly text: string }) =>
  text.split(named).map((part, index) => (index % 2 === 0 ? part : <span class="unbroken">{part}</span>))
