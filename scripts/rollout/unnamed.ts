import { chromiumBrowsers, defaultOrigins } from '../../src/rollout/browsers'
import type { Given } from '../../src/rollout/origins'

/** A line for each browser of which nobody has said under which id it gets the extension. Firefox's stands in the package. */
export const unnamed = (given: Given): readonly string[] =>
  chromiumBrowsers.flatMap(({ name }) =>
    given[`${name}Id`]
      ? []
      : [
          `${name}: The files name ${defaultOrigins[name].id}, since no --${name}-id was given. Stores give an id of their own, and so does your key.`,
        ],
  )
