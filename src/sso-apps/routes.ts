/** Where an SSO app starts and where it takes people back in, as paths below the base URL. */
export interface Routes {
  readonly starts: readonly string[]
  readonly callbacks: readonly string[]
}

const all: readonly Routes[] = Object.values(
  import.meta.glob<Routes>(['./*.ts', '!./{index,contract,routes}.ts'], { eager: true, import: 'routes' }),
)

/** Every SSO app's routes together. Apart from the signs, so that the content script does not carry them. */
export const routes: Routes = {
  starts: all.flatMap(({ starts }) => starts),
  callbacks: all.flatMap(({ callbacks }) => callbacks),
}

/** The same app by app, without a difference between the two. */
export const servlets: readonly (readonly string[])[] = all.map(({ starts, callbacks }) => [...new Set([...starts, ...callbacks])])
