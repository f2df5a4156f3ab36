import type { Insertable } from 'kysely'
import type { FileId, ProductionId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import type { CandidateId, MediaKind } from './candidate.contract.ts'
import type { CastingMediaTable } from './candidate.table.ts'

export const insert = (tx: Tx, row: Insertable<CastingMediaTable>) =>
  tx.insertInto('casting_media').values(row).execute()

/** A request that is sent again brings the same file. */
export const hasSent = async (db: Db, id: CandidateId, fileId: FileId): Promise<boolean> =>
  (await db
    .selectFrom('casting_media')
    .select('id')
    .where('candidate_id', '=', id)
    .where('sent_file_id', '=', fileId)
    .executeTakeFirst()) !== undefined

export const countOf = async (db: Db, id: CandidateId, kind: MediaKind): Promise<number> => {
  const { most } = await db
    .selectFrom('casting_media')
    .select(({ fn }) => fn.max('take').as('most'))
    .where('candidate_id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return most ?? 0
}

/** How many recordings of this slot there are already. */
export const takesNamed = async (db: Db, ids: readonly CandidateId[], start: string): Promise<number> => {
  const { many } = await db
    .selectFrom('casting_media')
    .select(({ fn }) => fn.count<number>('sent_file_id').distinct().as('many'))
    .where('candidate_id', 'in', [...ids])
    .where('name', 'like', `${escapedLike(start)}%`)
    .executeTakeFirstOrThrow()
  return Number(many)
}

const escapedLike = (text: string) => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

/** Where the first photograph of each candidate lies. */
export const photosOf = (db: Db, ids: readonly CandidateId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('casting_media')
        .innerJoin('file', 'file.id', 'casting_media.file_id')
        .distinctOn('candidate_id')
        .select(['candidate_id as candidateId', 'file.storage_key as storageKey'])
        .where('candidate_id', 'in', [...ids])
        .where('casting_media.kind', '=', 'photo')
        .orderBy('candidate_id')
        .orderBy('take')
        .execute()

export const find = (db: Db, productionId: ProductionId, id: string) =>
  db
    .selectFrom('casting_media')
    .innerJoin('casting_candidate', 'casting_candidate.id', 'casting_media.candidate_id')
    .select(['casting_media.file_id as fileId', 'casting_media.name', 'casting_media.media_type as mediaType'])
    .select(['casting_media.kind', 'casting_candidate.id as candidateId'])
    .where('casting_media.id', '=', id)
    .where('casting_candidate.production_id', '=', productionId)
    .executeTakeFirst()

/** Takes the rows of a candidate away; a recording they share with others goes for all who are on it. @returns the files they held */
export const removeOf = async (tx: Tx, id: CandidateId): Promise<FileId[]> => {
  const own = tx.selectFrom('casting_media').select('file_id').where('candidate_id', '=', id)
  const gone = await tx.deleteFrom('casting_media').where('file_id', 'in', own).returning('file_id').execute()
  return [...new Set(gone.map(({ file_id }) => file_id))]
}
