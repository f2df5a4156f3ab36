import { createHash } from 'node:crypto'
import { mayInProduction } from '../../kernel/abilities.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { Db } from '../../platform/database/database.ts'
import * as productions from '../productions/index.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import { holdsUp, kindWords } from './kinds.rules.ts'
import type { Verified } from './seal.contract.ts'
import { fingerprintOf, readSeal } from './seal/index.ts'
import * as seals from './seal.store.ts'
import { about } from './seals.actions.ts'

/** Is this one of ours, byte for byte? Of a paper whose production the reader may not see, only that it is. */
export async function verify(db: Db, scope: OfficeScope, bytes: Buffer): Promise<Verified> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const read = await readSeal(bytes)
  const row = read.certificate && (await seals.byFingerprint(db, fingerprintOf(read.certificate)))
  const timeStamp = read.stamp === undefined ? null : { at: read.stamp.at.toString(), by: read.stamp.by }
  const base = { sha256, timeStamp, seal: row ? about(row) : null, paper: null }
  if (!read.isSigned) return { ...base, verdict: 'unsigned', says: read.why }
  if (!read.isWhole) return { ...base, verdict: 'broken', says: `${read.why} Do not rely on it; ask for the original.` }
  if (row === undefined)
    return { ...base, verdict: 'other', says: 'The signature is whole, but it is not the seal of this office.' }
  const paper = await paperOf(db, scope, sha256)
  if (paper === undefined)
    return {
      ...base,
      verdict: 'ours_unknown_paper',
      says: 'Sealed by this office and unchanged; the paper itself is not in this database.',
    }
  return { ...base, verdict: 'ours', paper, says: 'Sealed by this office, and not one byte of it has changed since.' }
}

async function paperOf(db: Db, scope: OfficeScope, sha256: string): Promise<Verified['paper'] | undefined> {
  const row = await store.bySealedBytes(db, sha256)
  if (row === undefined) return undefined
  const visible = await productions.productionsVisibleTo(db, scope)
  const mine = visible.some((it) => it.id === row.production_id && mayInProduction(it.role, 'agreements.read'))
  const parties = mine ? await partyStore.of(db, [row.id]) : []
  return {
    number: row.number,
    title: mine ? row.title : kindWords[row.kind].one,
    state: row.state,
    completedAt: row.completed_at?.toString() ?? null,
    sealedAt: row.sealed_at?.toString() ?? null,
    signers: parties
      .filter((it) => holdsUp(it.role))
      .map((it) => ({ name: it.signed_name ?? it.name, label: it.label, at: it.acted_at?.toString() ?? null })),
    href: mine ? `/productions/${row.production_id}/agreements?agreement=${row.id}` : null,
  }
}
