import type { PlainDay, ZoneName } from '../../kernel/time.ts'
import type { PersonalView } from './callsheet.view.ts'

/** A made-up personal sheet for tests, with what a test cares about put in its place. */
export const personalSheet = (parts: Partial<PersonalView> = {}): PersonalView => ({
  engagementId: '01900000-0000-7000-8000-000000000001',
  personId: null,
  name: 'Dana Okafor',
  position: '2nd AC',
  department: 'Camera',
  kind: 'crew',
  copy: 'crew',
  onDate: '2026-05-13' as PlainDay,
  timeZone: 'Europe/London' as ZoneName,
  call: 370,
  callWord: null,
  callText: '06:10',
  reportTo: {
    id: null,
    number: '1',
    name: 'Unit base, Field B',
    address: 'Windpump Lane\nSaltreach CT99 2WP',
    mapUrl: 'https://maps.example/?q=51.3,1.4',
    latitude: 51.3,
    longitude: 1.4,
    gateCode: '4471',
    parking: 'Field B, left after the windpump.',
    basecamp: null,
    loadIn: null,
    holding: null,
    contact: null,
    notes: null,
  },
  mustConfirm: [
    { key: 'call', label: 'Your call', value: '06:10', at: 370 },
    { key: 'report_to', label: 'Where', value: 'Unit base, Field B', at: null },
  ],
  told: [
    { key: 'parking', label: 'Parking', value: 'Field B', at: null },
    { key: 'lunch', label: 'Lunch', value: '12:00', at: 720 },
  ],
  steps: [
    { at: 370, text: 'Shuttle from base, build the crane' },
    { at: 465, text: 'First frame' },
  ],
  ...parts,
})
