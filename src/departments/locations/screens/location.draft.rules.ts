import type { Shared } from '../../../ui/formConflict.ts'
import type { Hospital, Location, LocationStatus } from '../location.contract.ts'
import { statusWords } from './words.ts'

/** A location as its form holds it. The hospital and the contact are taken apart into fields and put together again. */
export interface LocationDraft {
  number: number | null
  name: string
  status: LocationStatus | null
  address: string
  position: string
  timeZone: string | null
  mapUrl: string
  gateCode: string
  contactName: string
  contactRole: string
  contactPhone: string
  parking: string
  crewParking: string
  basecamp: string
  loadIn: string
  holding: string
  smoking: string
  toilets: string
  hospitalName: string
  hospitalAddress: string
  hospitalPhone: string
  hospitalKm: number | null
  hospitalMinutes: number | null
  hospitalNote: string
  emergencyNumber: string
  notes: string
}

export const draftOf = (it: Location | null): LocationDraft => ({
  number: it?.number ?? null,
  name: it?.name ?? '',
  status: it?.status ?? 'found',
  address: it?.address ?? '',
  position: it?.latitude == null || it.longitude == null ? '' : `${it.latitude}, ${it.longitude}`,
  timeZone: it?.timeZone ?? null,
  mapUrl: it?.mapUrl ?? '',
  gateCode: it?.gateCode ?? '',
  contactName: it?.contact?.name ?? '',
  contactRole: it?.contact?.role ?? '',
  contactPhone: it?.contact?.phone ?? '',
  parking: it?.parking ?? '',
  crewParking: it?.crewParking ?? '',
  basecamp: it?.basecamp ?? '',
  loadIn: it?.loadIn ?? '',
  holding: it?.holding ?? '',
  smoking: it?.smoking ?? '',
  toilets: it?.toilets ?? '',
  hospitalName: it?.hospital?.name ?? '',
  hospitalAddress: it?.hospital?.address ?? '',
  hospitalPhone: it?.hospital?.phone ?? '',
  hospitalKm: it?.hospital?.distanceKm ?? null,
  hospitalMinutes: it?.hospital?.driveMinutes ?? null,
  hospitalNote: it?.hospital?.note ?? '',
  emergencyNumber: it?.emergencyNumber ?? '',
  notes: it?.notes ?? '',
})

/**
 * Latitude and longitude as maps copy them: `51.5072, -0.1276`, also with degrees marks or `51.5072 N 0.1276 W`.
 * @returns null when the text is empty, undefined when it is no position
 */
export function readPosition(text: string): { latitude: number; longitude: number } | null | undefined {
  if (text.trim() === '') return null
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*°?\s*([NS])?\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW])?\s*$/i.exec(
    text,
  )
  if (!match) return undefined
  const latitude = Number(match[1]) * (/s/i.test(match[2] ?? '') ? -1 : 1)
  const longitude = Number(match[3]) * (/w/i.test(match[4] ?? '') ? -1 : 1)
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

const plain = [
  'name',
  'status',
  'address',
  'timeZone',
  'parking',
  'crewParking',
  'basecamp',
  'loadIn',
  'holding',
  'smoking',
  'toilets',
  'notes',
] as const

/**
 * What the request takes: only what was changed, so that saving over somebody else's change leaves the rest as they left it,
 * and a field the reader may not see is never written over with nothing.
 */
export function bodyOfDraft(now: LocationDraft, before: LocationDraft): Record<string, unknown> {
  const place = readPosition(now.position)
  const changed = (...keys: (keyof LocationDraft)[]) => keys.some((key) => now[key] !== before[key])
  return {
    ...((now.name === '' || before.name === '') && { name: now.name }),
    ...Object.fromEntries(plain.filter((key) => changed(key)).map((key) => [key, now[key]])),
    ...(now.number !== null && changed('number') && { number: now.number }),
    ...(changed('position') && {
      latitude: place === undefined ? Number.NaN : (place?.latitude ?? null),
      longitude: place?.longitude ?? null,
    }),
    ...(changed('mapUrl') && { mapUrl: now.mapUrl || null }),
    ...(changed('gateCode') && { gateCode: now.gateCode || null }),
    ...(changed('contactName', 'contactRole', 'contactPhone') && {
      contact:
        now.contactName === '' ? null : { name: now.contactName, role: now.contactRole, phone: now.contactPhone },
    }),
    ...(changed(...hospitalFields) && { hospital: hospitalOf(now) }),
    ...(changed('emergencyNumber') && { emergencyNumber: now.emergencyNumber || null }),
  }
}

const hospitalFields = [
  'hospitalName',
  'hospitalAddress',
  'hospitalPhone',
  'hospitalKm',
  'hospitalMinutes',
  'hospitalNote',
] as const

const hospitalOf = (it: LocationDraft): Hospital | null =>
  it.hospitalName === ''
    ? null
    : {
        name: it.hospitalName,
        address: it.hospitalAddress,
        phone: it.hospitalPhone,
        distanceKm: it.hospitalKm,
        driveMinutes: it.hospitalMinutes,
        note: it.hospitalNote,
      }

/** Both sides of a conflict, field by field: every one that is sent. */
export const locationWords: {
  readonly [Name in keyof LocationDraft]-?: NonNullable<Shared<LocationDraft>['words'][Name]>
} = {
  number: 'Number',
  name: 'Name',
  status: { word: 'Status', say: (status) => (status === null ? '' : statusWords[status]) },
  address: 'Address',
  position: 'Position',
  timeZone: 'Time zone',
  mapUrl: 'Map link',
  gateCode: 'Gate code',
  contactName: 'Contact on site',
  contactRole: 'Who that is',
  contactPhone: 'Phone on site',
  parking: 'Parking',
  crewParking: 'Crew parking',
  basecamp: 'Base camp',
  loadIn: 'Load-in',
  holding: 'Holding',
  smoking: 'Smoking',
  toilets: 'Toilets',
  hospitalName: 'Hospital',
  hospitalAddress: 'Address of the hospital',
  hospitalPhone: 'Phone of the hospital',
  hospitalKm: 'Distance to the hospital in km',
  hospitalMinutes: 'Drive to the hospital in minutes',
  hospitalNote: 'Note on the hospital',
  emergencyNumber: 'Emergency number',
  notes: 'Notes',
}
