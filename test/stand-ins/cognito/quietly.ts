const { warn } = console

// oidc-provider says at import that Node 20 is not among its supported runtimes; what the stand-in needs of it is tested there.
console.warn = (...said: unknown[]) => {
  if (!String(said[0]).includes('oidc-provider WARNING')) warn(...said)
}
const { Provider, errors } = await import('oidc-provider')
console.warn = warn

/** oidc-provider, loaded without its remark on the runtime. */
export { errors, Provider }
