import { ChecksTable } from '../ui/ChecksTable'
import { useBench } from './bench'
import { Nobody } from './Nobody'

/** Every check that the ID token of the person at hand went through. */
export function ChecksSection() {
  const { subject } = useBench()
  return subject ? <ChecksTable verification={subject.verification} /> : <Nobody />
}
