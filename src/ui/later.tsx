import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A component whose code is loaded when it is drawn for the first time; until then nothing stands there. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => preact.JSX.Element | null {
  let loaded: ComponentType<P> | undefined
  return function Later(props) {
    const [, draw] = useState({})
    const [failure, fail] = useState<{ readonly error: unknown }>()
    const Loaded = loaded
    useEffect(() => {
      if (Loaded) return
      // Its code may have come since it was drawn without.
      Promise.resolve(loaded ?? load()).then(
        (component) => {
          loaded = component
          draw({})
        },
        (error: unknown) => fail({ error }),
      )
    }, [])
    if (failure) throw failure.error // the page's boundary says so
    return Loaded ? <Loaded {...props} /> : null
  }
}
