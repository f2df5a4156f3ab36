import { readFile } from 'node:fs/promises'
import * as documents from '../../departments/documents/index.ts'
import * as locations from '../../departments/locations/index.ts'
import type { Tx } from '../../platform/database/database.ts'
import { keepFile } from '../../platform/uploads/index.ts'
import type { Loading } from './samplePeople.ts'
import { sampleFile, type Sample } from './sampleData.ts'

type Paper = Sample['documents'][number]

/** A storyboard, a plan and an insurance certificate, each in its folder; the agency has a link to the storyboard. */
export async function loadDocuments(loading: Loading, tx: Tx): Promise<void> {
  const { app, scope, actor, sample } = loading
  const places = new Map((await locations.all(app.db, scope)).map((it) => [it.name, it.id as string]))
  for (const paper of sample.documents) {
    const folder = await documents.addFolder(app, { scope, actor, body: { name: paper.folder, parentId: null } })
    const { id } = await file(loading, tx, paper, { folderId: folder.id, placeId: places.get(paper.about ?? '') })
    if (paper.sharedWith === undefined) continue
    const body = documents.NewShare.parse({ holderName: paper.sharedWith, channel: 'personal_link', mayDownload: true })
    await documents.share(app, { scope, actor, id, body })
  }
}

async function file(
  { app, scope, actor }: Loading,
  tx: Tx,
  paper: Paper,
  { folderId, placeId }: { folderId: documents.FolderId; placeId: string | undefined },
) {
  const bytes = await readFile(sampleFile(paper.file))
  const name = `${paper.name}.pdf`
  const kept = await keepFile(app, tx, {
    name,
    bytes,
    mediaType: 'application/pdf',
    productionId: scope.productionId,
  })
  return documents.fileOwn(app, tx, {
    scope,
    actor,
    folderId,
    name: paper.name,
    classCode: paper.classCode,
    file: { ...kept, name },
    subjects: placeId === undefined ? [] : [{ kind: 'location', id: placeId }],
    origin: { of: 'sample', key: paper.file },
  })
}
