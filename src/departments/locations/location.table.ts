import type { ColumnType, Generated } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { ZoneName } from '../../kernel/time.ts'
import type { Hospital, LocationId, LocationStatus, OnSite } from './location.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

interface LocationTable {
  id: LocationId
  production_id: ProductionId
  number: number
  name: string
  status: Generated<LocationStatus>
  address: Generated<string>
  latitude: number | null
  longitude: number | null
  time_zone: ZoneName | null
  map_url: string | null
  gate_code: string | null
  contact: Written<OnSite | null, string | null>
  parking: Generated<string>
  crew_parking: Generated<string>
  basecamp: Generated<string>
  load_in: Generated<string>
  holding: Generated<string>
  smoking: Generated<string>
  toilets: Generated<string>
  hospital: Written<Hospital | null, string | null>
  emergency_number: string | null
  notes: Generated<string>
  version: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  archived_at: Written<Temporal.Instant | null, string | null>
}

interface SetLocationTable {
  production_id: ProductionId
  /** As the script writes it: `KITCHEN`. */
  set_name: string
  location_id: LocationId
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    location: LocationTable
    set_location: SetLocationTable
  }
}
