/// <reference types="vite/client" />

/** The path of a script that crxjs builds to be registered at run time. */
declare module '*?script' {
  const path: string
  export default path
}
