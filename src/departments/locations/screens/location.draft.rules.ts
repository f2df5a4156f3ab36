import type { ConflictField } from '../../../ui/ConflictDialog.tsx'
import type { Location, LocationStatus } from '../location.contract.ts'

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

/** What the request takes; a field the reader may not see is sent only when it was changed. */
export function bodyOfDraft(now: LocationDraft, before: LocationDraft): Record<string, unknown> {
  const place = readPosition(now.position)
  const changed = (...keys: (keyof LocationDraft)[]) => keys.some((key) => now[key] !== before[key])
  return {
    ...(now.number !== null && changed('number') && { number: now.number }),
    name: now.name,
    status: now.status,
    address: now.address,
    ...(changed('position') && {
      latitude: place === undefined ? Number.NaN : (place?.latitude ?? null),
      longitude: place?.longitude ?? null,
    }),
    timeZone: now.timeZone,
    mapUrl: now.mapUrl || null,
    ...(changed('gateCode') && { gateCode: now.gateCode || null }),
    ...(changed('contactName', 'contactRole', 'contactPhone') && {
      contact:
        now.contactName === '' ? null : { name: now.contactName, role: now.contactRole, phone: now.contactPhone },
    }),
    parking: now.parking,
    crewParking: now.crewParking,
    basecamp: now.basecamp,
    loadIn: now.loadIn,
    holding: now.holding,
    smoking: now.smoking,
    toilets: now.toilets,
    hospital:
      now.hospitalName === ''
        ? null
        : {
            name: now.hospitalName,
            address: now.hospitalAddress,
            phone: now.hospitalPhone,
            distanceKm: now.hospitalKm,
            driveMinutes: now.hospitalMinutes,
            note: now.hospitalNote,
          },
    emergencyNumber: now.emergencyNumber || null,
    notes: now.notes,
  }
}

const LABELS: Partial<Record<keyof LocationDraft, string>> = {
  name: 'Name',
  address: 'Address',
  position: 'Position',
  gateCode: 'Gate code',
  contactName: 'Contact on site',
  contactPhone: 'Phone on site',
  parking: 'Parking',
  basecamp: 'Base camp',
  hospitalName: 'Hospital',
  hospitalAddress: 'Address of the hospital',
  hospitalPhone: 'Phone of the hospital',
  notes: 'Notes',
}

/** Both sides of a conflict, field by field. */
export const comparedLocation = (mine: LocationDraft, theirs: LocationDraft): ConflictField[] =>
  Object.entries(LABELS).map(([key, label]) => ({
    label,
    mine: String(mine[key as keyof LocationDraft] ?? ''),
    theirs: String(theirs[key as keyof LocationDraft] ?? ''),
  }))
