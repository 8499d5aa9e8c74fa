import type { Discovery } from './contract'

/** How each SSO app that tells about itself is asked. Apart from the signs, so that the content script does not carry it. */
export const discoveries: readonly Discovery[] = Object.values(
  import.meta.glob<{ discovery?: Discovery }>(['./*.ts', '!./{index,contract,discoveries,dialects,rescues,routes}.ts'], {
    eager: true,
  }),
).flatMap(({ discovery }) => (discovery ? [discovery] : []))
