/** One value of a registry. */
interface Value {
  readonly kind: string
  readonly value: unknown
}

/** The registry of a Windows machine, keys by their path below HKEY_LOCAL_MACHINE, for the commands by which PowerShell changes it. */
export class Registry {
  readonly keys = new Map<string, Map<string, Value>>()

  set(path: string, name: string, value: unknown, kind = 'String'): this {
    this.create(path)
    this.keys.get(path)?.set(name, { kind, value })
    return this
  }

  /** Makes a key, and those above it. */
  create(path: string): void {
    const steps = path.split('\\')
    for (const [index] of steps.entries()) {
      const above = steps.slice(0, index + 1).join('\\')
      if (!this.keys.has(above)) this.keys.set(above, new Map())
    }
  }

  /** What New-Item does with -Force: a key that is there is made anew, and loses its values and the keys in it. */
  createAnew(path: string): void {
    this.remove(path)
    this.create(path)
  }

  /** What New-ItemProperty does: there has to be the key. */
  setIn(path: string, name: string, value: unknown, kind: string): void {
    if (!this.keys.has(path)) throw new Error(`there is no key ${path}`)
    this.set(path, name, value, kind)
  }

  /** Removes a key with all that is below it. */
  remove(path: string): void {
    for (const key of [...this.keys.keys()]) if (key === path || key.startsWith(`${path}\\`)) this.keys.delete(key)
  }

  /** A key as .NET shows it; null where there is none. */
  item(path: string): object | null {
    const values = this.keys.get(path)
    if (!values) return null
    const below = [...this.keys.keys()].filter((key) => key.startsWith(`${path}\\`) && !key.slice(path.length + 1).includes('\\'))
    return {
      SubKeyCount: below.length,
      ValueCount: values.size,
      GetValueNames: () => [...values.keys()],
      GetValue: (name: string, otherwise: unknown) => values.get(name)?.value ?? otherwise,
      GetValueKind: (name: string) => values.get(name)?.kind,
    }
  }

  /** What is below a key: its values, and the keys in it. */
  read(path: string): Record<string, unknown> {
    const below = [...this.keys.keys()].filter((key) => key.startsWith(`${path}\\`))
    const own = [...(this.keys.get(path) ?? [])].map(([name, { value }]) => [name, value])
    return Object.fromEntries([...own, ...below.map((key) => [key.slice(path.length + 1), this.read(key)])])
  }
}
