import * as v from 'valibot'

/**
 * A query parameter, "key" or "key=value", also as vendors print it ("?nosso") or out of a whole address of the login page: what leads
 * up to the query, where the visit was to end and the fragment are left out.
 */
export const queryParameter = v.pipe(
  v.string(),
  v.transform((value) =>
    value
      .replace(/#.*/, '')
      .replace(/^.*\?/, '')
      .split('&')
      .filter((one) => !/^$|^(?:os_)?destination=/.test(one))
      .join('&'),
  ),
)
