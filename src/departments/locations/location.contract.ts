import { z } from 'zod'
import { classed, contact, open } from '../../kernel/fields.ts'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { InUse, Stale, problemType } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { ZoneName } from '../../kernel/time.ts'

export const LocationId = idOf('LocationId')
export type LocationId = z.infer<typeof LocationId>

/** How far a place has come, from found to released. */
export const LocationStatus = z.enum([
  'found',
  'scouted',
  'shortlisted',
  'tech_scouted',
  'on_hold',
  'confirmed',
  'wrapped',
  'released',
])
export type LocationStatus = z.infer<typeof LocationStatus>

const words = z.string().trim().max(2000)
const short = z.string().trim().max(200)

/** Who opens the door. */
export const OnSite = z.object({ name: short.min(1, 'Give a name.'), role: short, phone: short })
export type OnSite = z.infer<typeof OnSite>

/** The nearest hospital with an emergency room, chosen by a person: a map can be wrong about what is open at night. */
export const Hospital = z.object({
  name: short.min(1, 'Give the hospital its name.'),
  address: words,
  phone: short,
  distanceKm: z.number().min(0).max(2000).nullable(),
  driveMinutes: z.number().int().min(0).max(1440).nullable(),
  note: words,
})
export type Hospital = z.infer<typeof Hospital>

const settable = {
  number: z.number().int().min(1).max(999),
  name: short.min(1, 'Give the place a name.'),
  status: LocationStatus,
  address: words,
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  timeZone: ZoneName.nullable(),
  mapUrl: z
    .url({ protocol: /^https?$/, error: 'Give a web address that begins with https.' })
    .max(1000)
    .nullable(),
  gateCode: short.nullable(),
  contact: OnSite.nullable(),
  parking: words,
  crewParking: words,
  basecamp: words,
  loadIn: words,
  holding: words,
  smoking: words,
  toilets: words,
  hospital: Hospital.nullable(),
  emergencyNumber: z.string().trim().max(20).nullable(),
  notes: words,
}

export const Location = classed('locations', {
  id: open(LocationId),
  number: open(settable.number),
  name: open(z.string()),
  status: open(LocationStatus),
  address: open(z.string()),
  latitude: open(z.number().nullable()),
  longitude: open(z.number().nullable()),
  /** Null: the production's own zone. */
  timeZone: open(ZoneName.nullable()),
  mapUrl: open(z.string().nullable()),
  gateCode: contact(z.string().nullable()),
  contact: contact(OnSite.nullable()),
  parking: open(z.string()),
  crewParking: open(z.string()),
  basecamp: open(z.string()),
  loadIn: open(z.string()),
  holding: open(z.string()),
  smoking: open(z.string()),
  toilets: open(z.string()),
  hospital: open(Hospital.nullable()),
  emergencyNumber: open(z.string().nullable()),
  notes: open(z.string()),
  sets: open(z.array(z.string())),
  archivedAt: open(z.string().nullable()),
  version: open(z.number().int()),
})
export type Location = z.infer<typeof Location>

export const LocationNumberTaken = problemType(
  'location-number-taken',
  409,
  'Another location has this number',
  z.object({ number: z.number() }),
)

const params = z.object({ productionId: ProductionId })
const one = params.extend({ locationId: LocationId })
const path = '/v1/productions/{productionId}/locations'

export const listLocations = route({
  method: 'GET',
  path,
  summary: 'Places of the production by number, each with the sets it serves',
  access: { ability: 'locations.read', on: 'production' },
  params,
  query: z.object({ show: z.enum(['current', 'archived']).default('current') }),
  response: z.object({ items: z.array(Location), can: z.object({ edit: z.boolean() }) }),
})

export const NewLocation = z.object(settable).partial().required({ name: true })
export type NewLocation = z.infer<typeof NewLocation>

export const createLocation = route({
  method: 'POST',
  path,
  summary: 'Add a place; it takes the next free number unless one is given',
  access: { ability: 'locations.edit', on: 'production' },
  params,
  body: NewLocation,
  idempotencyKey: 'accepted',
  response: Location,
  status: 201,
  problems: [LocationNumberTaken],
})

export const LocationChange = z.object(settable).partial()
export type LocationChange = z.infer<typeof LocationChange>

export const changeLocation = route({
  method: 'PATCH',
  path: `${path}/{locationId}`,
  summary: 'Change what is known about a place',
  access: { ability: 'locations.edit', on: 'production' },
  params: one,
  body: LocationChange,
  ifMatch: 'required',
  preview: true,
  response: Location,
  problems: [LocationNumberTaken, Stale],
})

export const archiveLocation = route({
  method: 'POST',
  path: `${path}/{locationId}/archive`,
  summary: 'Put a place away, or take it out again; sets that are shot there have to move first',
  access: { ability: 'locations.edit', on: 'production' },
  params: one,
  body: z.object({ archived: z.boolean() }),
  ifMatch: 'required',
  response: Location,
  problems: [InUse, Stale],
})

export const SetPlace = z.object({ setName: z.string().trim().min(1).max(300), locationId: LocationId.nullable() })
export type SetPlace = z.infer<typeof SetPlace>

export const setPlaces = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/set-locations',
  summary: 'Say which set is shot where; a set with no location is open again',
  access: { ability: 'locations.edit', on: 'production' },
  params,
  body: z.object({ sets: z.array(SetPlace).min(1).max(500) }),
  preview: true,
  response: z.object({ sets: z.array(SetPlace) }),
})

export const listSetPlaces = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/set-locations',
  summary: 'Which set is shot where',
  access: { ability: 'locations.read', on: 'production' },
  params,
  response: z.object({ sets: z.array(SetPlace) }),
})
