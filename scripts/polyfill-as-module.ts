import type { Plugin } from 'vite'

/**
 * Hands webextension-polyfill to the bundler as a module. It is CommonJS, and of that the bundler makes a module by copying it name by name;
 * but browsers make each part of the extension API when it is first touched, so that every start of the background would make all of them.
 */
export const polyfillAsModule: Plugin = {
  name: 'latchkey:polyfill-as-module',
  transform: {
    filter: { id: /\/node_modules\/webextension-polyfill\// },
    handler: (code) => `const module={},exports=module;${code}\nexport default module.exports`,
  },
}
