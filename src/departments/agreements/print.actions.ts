import type { FileId } from '../../kernel/ids.ts'
import { systemScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { letterhead } from '../../platform/house.ts'
import type { Db } from '../../platform/database/database.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { findFile } from '../../platform/uploads/index.ts'
import { officeSettings } from '../office/index.ts'
import * as productions from '../productions/index.ts'
import * as store from './agreement.store.ts'
import * as partyStore from './party.store.ts'
import type { AgreementRow } from './agreement.store.ts'
import { paperFacts } from './paperFacts.ts'
import { strokesSvg } from './strokes.rules.ts'
import type { Content } from './text.rules.ts'

interface Pictures {
  readonly files: Record<string, Uint8Array>
  readonly byParty: Map<string, { signature?: string; photo?: string }>
}

async function picturesOf(app: App, parties: readonly partyStore.PartyRow[]): Promise<Pictures> {
  const files: Record<string, Uint8Array> = {}
  const byParty: Pictures['byParty'] = new Map()
  for (const [at, party] of parties.entries()) {
    const own: { signature?: string; photo?: string } = {}
    if (party.signature?.kind === 'drawn') {
      own.signature = `signature-${at}.svg`
      files[own.signature] = Buffer.from(strokesSvg(party.signature.strokes))
    }
    for (const [what, id] of [
      ['signature', party.signature_file_id],
      ['photo', party.photo_file_id],
    ] as const) {
      const read = id === null ? undefined : await wholeFile(app, id)
      if (read === undefined) continue
      own[what] = `${what}-${at}.${read.mediaType === 'image/png' ? 'png' : 'jpg'}`
      files[own[what]] = read.bytes
    }
    byParty.set(party.id, own)
  }
  return { files, byParty }
}

export async function wholeFile(
  app: App,
  id: FileId,
): Promise<{ bytes: Buffer; name: string; mediaType: string } | undefined> {
  const file = await findFile(app.db, id)
  const bytes = file && (await readWhole(app.storage, file.storage_key))
  return file && bytes && { bytes, name: file.name, mediaType: file.media_type }
}

/** The paper as PDF: as it reads now, or final with its certificate. */
export async function printed(
  app: App,
  db: Db,
  row: AgreementRow,
  content: Content,
  {
    isFinal,
    docxSha256 = null,
    stampedBy = null,
  }: { isFinal: boolean; docxSha256?: string | null; stampedBy?: string | null },
): Promise<Buffer> {
  const parties = await partyStore.of(db, [row.id])
  const office = await officeSettings(db)
  const production = await productions.get(db, systemScope(row.production_id, 'an agreement'))
  const pictures = await picturesOf(app, parties)
  const facts = paperFacts({
    row,
    parties,
    events: isFinal ? await store.events(db, row.id) : [],
    content,
    office: office.name,
    production: production.title,
    paperSize: production.paperSize,
    pictures: pictures.byParty,
    isFinal,
    docxSha256,
    stampedBy,
  })
  return (await letterhead(app)).render('agreement', facts, {
    files: pictures.files,
    ...(row.completed_at && { createdAt: row.completed_at }),
  })
}
