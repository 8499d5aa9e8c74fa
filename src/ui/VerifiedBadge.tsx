import { say } from './words'

/** Whether claims can be trusted. */
export const VerifiedBadge = ({ verified }: { readonly verified: boolean }) => (
  <span class={`badge ${verified ? 'good' : 'bad'}`}>{say(verified ? 'verified' : 'unverified')}</span>
)
