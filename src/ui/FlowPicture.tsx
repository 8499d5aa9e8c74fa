import { say } from './words'

const arrows = [
  { number: 1, path: 'M150 46H310', x: 230, y: 46 },
  { number: 2, path: 'M310 78H150', x: 230, y: 78 },
  { number: 3, path: 'M150 168H310', x: 230, y: 168 },
  { number: 4, path: 'M310 200H150', x: 230, y: 200 },
] as const

/** Who sends people where: the SSO app and Latchkey, each by a client of its own in one user pool. Names alone stand in the picture. */
export const FlowPicture = () => (
  <figure class="flow">
    <svg viewBox="0 0 480 246" role="img" aria-label={say('flowTitle')}>
      <defs>
        <marker id="flow-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path class="tip" d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      <Box x={10} y={22} height={80} name="Confluence" />
      <Box x={10} y={144} height={80} name="Latchkey" />
      <rect class="pool" x={310} y={6} width={160} height={234} rx={14} />
      <text class="name" x={390} y={130}>
        Cognito
      </text>
      <Client y={34} />
      <Client y={156} />
      {arrows.map(({ number, path, x, y }) => (
        <g key={number}>
          <path class="arrow" d={path} marker-end="url(#flow-tip)" />
          <circle class="number" cx={x} cy={y} r={11} />
          <text class="digit" x={x} y={y + 4}>
            {number}
          </text>
        </g>
      ))}
    </svg>
    <figcaption>
      <ol>
        <li>{say('flow1')}</li>
        <li>{say('flow2')}</li>
        <li>{say('flow3')}</li>
        <li>{say('flow4')}</li>
      </ol>
    </figcaption>
  </figure>
)

const Box = ({ x, y, height, name }: { readonly x: number; readonly y: number; readonly height: number; readonly name: string }) => (
  <>
    <rect class="box" x={x} y={y} width={140} height={height} rx={12} />
    <text class="name" x={x + 70} y={y + height / 2 + 5}>
      {name}
    </text>
  </>
)

/** A key: each of the two comes in by an app client of its own. */
const Client = ({ y }: { readonly y: number }) => (
  <g class="key" transform={`translate(330 ${y})`}>
    <circle cx={12} cy={28} r={9} />
    <path d="M21 28h34M46 28v9M55 28v12" />
  </g>
)
