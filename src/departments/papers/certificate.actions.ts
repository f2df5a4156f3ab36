import type { FileId } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { Actor } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db, Tx } from '../../platform/database/database.ts'
import { openFile } from '../../platform/uploads/index.ts'
import { gapsOf, type Coverage } from './insurance.rules.ts'
import { keptPaper } from './paperFile.ts'
import type { PaperId } from './papers.contract.ts'
import { requirementOf } from './requirement.rules.ts'
import * as store from './papers.store.ts'

/** What stands on a certificate, and how many endorsements lie beside it. */
export interface Certificate {
  readonly coverages: readonly Coverage[]
  readonly endorsements: number
}

const nothing: Certificate = { coverages: [], endorsements: 0 }

/** Certificates by paper, two queries whatever their number. Papers without a line are not in it. */
export async function certificatesOf(
  db: Db,
  paperIds: readonly string[],
): Promise<{ of: (paperId: string | null) => Certificate }> {
  const rows = await store.coveragesOf(db, paperIds)
  const endorsements = await store.attachmentCounts(db, paperIds)
  const of = (paperId: string | null): Certificate =>
    paperId === null
      ? nothing
      : {
          endorsements: endorsements.get(paperId) ?? 0,
          coverages: rows
            .filter(({ paper_id }) => paper_id === paperId)
            .map((it) => ({
              coverage: it.coverage,
              each: money(it.each_minor, it.currency),
              aggregate: it.aggregate_minor === null ? null : money(it.aggregate_minor, it.currency),
              additionalInsured: it.additional_insured,
              insurer: it.insurer,
              policyNumber: it.policy_number,
            })),
        }
  return { of }
}

/**
 * What a certificate lacks of what each of these productions demands of whoever is engaged like this; productions that
 * demand nothing are left out, one that lacks nothing has an empty list.
 * @example await gapsFor(db, { productionIds, engagementKind: 'vendor', certificate })   // Map { id → ['No Auto liability; …'] }
 */
export async function gapsFor(
  db: Db,
  it: { productionIds: readonly string[]; engagementKind: string; certificate: Certificate },
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await store.requirementsOf(db, it.productionIds, it.engagementKind)
  const { coverages, endorsements } = it.certificate
  return new Map(
    [...Map.groupBy(rows, ({ production_id }) => production_id as string)].map(([id, demands]) => [
      id,
      gapsOf(demands.map(requirementOf), coverages, endorsements).map(({ words }) => words),
    ]),
  )
}

export interface Filing {
  readonly fileId: FileId | null
  readonly endorsementIds: readonly FileId[]
  readonly coverages: readonly Coverage[]
}

/** What was uploaded by this person, checked by its content and kept as a paper. @throws NotFound, Unacceptable */
export async function uploaded(app: App, tx: Tx, actor: Actor, fileId: FileId | null): Promise<FileId | null> {
  if (fileId === null) return null
  const found = await openFile(app, fileId)
  if (found === undefined || actor.kind !== 'user' || found.file.created_by !== actor.userId)
    throw new Problem(NotFound, {}, 'The upload is not there any more. Choose the file again.')
  return keptPaper(app, tx, found.file.name, Buffer.concat(await found.bytes.toArray()))
}

/** Writes what stands on a certificate, and keeps the endorsements beside it. */
export async function cover(
  app: App,
  tx: Tx,
  paperId: PaperId,
  { actor, coverages, endorsementIds }: { actor: Actor } & Pick<Filing, 'coverages' | 'endorsementIds'>,
): Promise<void> {
  for (const fileId of endorsementIds) {
    const file_id = (await uploaded(app, tx, actor, fileId)) as FileId
    await store.attach(tx, { id: app.ids.next(), paper_id: paperId, file_id, name: 'Endorsement' })
  }
  await store.putCoverages(
    tx,
    paperId,
    coverages.map((it) => ({
      id: app.ids.next<string>(),
      paper_id: paperId,
      coverage: it.coverage,
      each_minor: it.each.minor,
      aggregate_minor: it.aggregate?.minor ?? null,
      currency: it.each.currency,
      additional_insured: [...it.additionalInsured],
      policy_number: it.policyNumber,
      insurer: it.insurer,
    })),
  )
}
