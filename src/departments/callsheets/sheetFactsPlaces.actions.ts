import type { ProductionScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Hospital, Place } from './callsheet.view.ts'

export async function placeSources(
  _db: Db,
  _scope: ProductionScope,
): Promise<{ places: Place[]; hospitalOf: Record<string, Hospital> }> {
  return { places: [], hospitalOf: {} }
}
