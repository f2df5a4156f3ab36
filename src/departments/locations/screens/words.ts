import type { Standing } from '../../../ui/Status.tsx'
import type { LocationStatus } from '../location.contract.ts'

export const statusWords: Record<LocationStatus, string> = {
  found: 'Found',
  scouted: 'Scouted',
  shortlisted: 'Shortlisted',
  tech_scouted: 'Tech-scouted',
  on_hold: 'On hold',
  confirmed: 'Confirmed',
  wrapped: 'Wrapped',
  released: 'Released',
}

export const statusStanding: Record<LocationStatus, Standing> = {
  found: 'waiting',
  scouted: 'seen',
  shortlisted: 'seen',
  tech_scouted: 'half',
  on_hold: 'attention',
  confirmed: 'go',
  wrapped: 'off',
  released: 'off',
}
