import type { JWK } from 'jose'
import { vectorFolder, vectors } from '../session/vectors'
import type { Suite, Trial } from './trial'

interface Example {
  readonly input: { readonly key?: JWK }
  readonly output: { readonly compact?: string; readonly json?: unknown }
}

const ours = 'jws/4_1.rsa_v15_signature.json'
const paths = ['jws/', 'rfc7797/'].flatMap((part) =>
  vectorFolder(`jose-cookbook/${part}`)
    .names.filter((name) => name.endsWith('.json'))
    .map((name) => part + name),
)

function trial(path: string): Trial {
  const { input, output } = vectors<Example>(`jose-cookbook/${path}`, { input: {}, output: {} })
  const jws = output.compact ?? output.json
  if (!jws) throw new Error(`${path} holds no JWS`)
  return { name: path, wanted: path === ours, exhibit: { kind: 'jws', jws, keys: input.key ? [input.key] : [] } }
}

/** The JOSE cookbook's signatures: only RS256 in compact form is ours. @see https://www.rfc-editor.org/rfc/rfc7520 */
export const cookbook: Suite = {
  id: 'JOSE cookbook (RFC 7520, RFC 7797)',
  tries: 'the one compact RS256 example is accepted, other algorithms and serialisations are not',
  size: 10,
  trials: paths.map(trial),
}
