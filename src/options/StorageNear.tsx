import { useEffect, useState } from 'preact/hooks'
import { type StorageUse, storageUse } from '../platform/storage-use'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'

/** From here on there is something to say. */
const near = 0.8

const words = { local: 'storageNearLocal', session: 'storageNearSession' } as const

/** Says that the browser's room for Latchkey is running out, before something does not fit any more, and what makes room. */
export function StorageNear() {
  const [use, setUse] = useState<StorageUse>()
  useEffect(() => {
    storageUse().then(setUse, () => undefined)
  }, [])
  if (!use || use.used < use.quota * near) return null
  return <Notice tone="warning">{say(words[use.area], megabytes(use.used), megabytes(use.quota))}</Notice>
}

const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(say('languageTag'), { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)
