import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as locations from '../locations/index.ts'
import type { Location } from '../locations/index.ts'
import type { Hospital, Place } from './callsheet.view.ts'

interface PlaceSources {
  places: Place[]
  hospitalOf: Record<string, Hospital>
  emergencyOf: Record<string, string>
}

/** The production's places, and the hospital somebody chose for each. */
export async function placeSources(db: Db, scope: ProductionScope): Promise<PlaceSources> {
  const all = await locations.all(db, scope)
  return {
    places: all.map(placeOf),
    emergencyOf: Object.fromEntries(
      all.flatMap(({ id, emergencyNumber }) => (said(emergencyNumber) === null ? [] : [[id, emergencyNumber ?? '']])),
    ),
    hospitalOf: Object.fromEntries(all.flatMap(({ id, hospital }) => (hospital === null ? [] : [[id, hospital]]))),
  }
}

const said = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())

const placeOf = (location: Location): Place => ({
  id: location.id,
  number: String(location.number),
  name: location.name,
  address: location.address,
  mapUrl: location.mapUrl ?? mapOf(location),
  latitude: location.latitude,
  longitude: location.longitude,
  gateCode: said(location.gateCode),
  parking: said(location.crewParking) ?? said(location.parking),
  basecamp: said(location.basecamp),
  loadIn: said(location.loadIn),
  holding: said(location.holding),
  contact:
    location.contact === null
      ? null
      : [location.contact.name, location.contact.phone].filter((part) => part !== '').join(', '),
  notes: said(location.notes),
})

/** A link to a public map; it is only followed by whoever taps it. */
const mapOf = ({ latitude, longitude }: Location): string | null =>
  latitude === null || longitude === null
    ? null
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
