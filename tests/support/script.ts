import type { ProductionId } from '../../src/kernel/ids.ts'
import { createProduction } from '../../src/departments/productions/production.contract.ts'
import { beginImport, commitImport } from '../../src/departments/script/import.contract.ts'
import { listScenes } from '../../src/departments/script/scene.contract.ts'
import type { TestActor, TestOffice } from './office.ts'

/** A script of three scenes, and its next draft: one scene moved and rewritten, one new. */
export const firstDraft = `Title: The Night Tram

INT. DEPOT - NIGHT #1#

A tram stands in the dark. ODA (61), in a driver's coat, holds a brass bell.

ODA
Last run.

EXT. SQUARE - CONTINUOUS #2#

KIM (9) waits with a terrier.

KIM
Is it you?

ODA
It is me.

INT. TRAM - DAY #3#

Rain on the windows.
`

export const secondDraft = `Title: The Night Tram

INT. DEPOT - NIGHT #1#

A tram stands in the dark. ODA (61), in a driver's coat, holds a brass bell.

ODA
Last run.

INT. TRAM - DAY #3#

Rain on the windows.

EXT. SQUARE - CONTINUOUS #2#

KIM (9) waits with a terrier.

KIM
Is it you?

MAYOR
It is the tram.

EXT. HARBOUR - DAWN #4#

Gulls.
`

let code = 0
/** A coordinator with a production of her own. */
export async function begunProduction(office: TestOffice): Promise<{ ana: TestActor; productionId: ProductionId }> {
  const ana = await office.as('coordinator')
  const { id } = await ana.call(createProduction, {
    body: { code: `SCR${++code}`, title: 'The Night Tram', kind: 'narrative' },
  })
  return { ana, productionId: id }
}

/** Imports and commits a script. */
export async function importScript(
  ana: TestActor,
  productionId: ProductionId,
  text: string,
  { addSpeakingCast = true }: { addSpeakingCast?: boolean } = {},
) {
  const params = { productionId }
  const preview = await ana.call(beginImport, { params, body: { text } })
  const done = await ana.call(commitImport, {
    params: { productionId, draftId: preview.id },
    body: { addSpeakingCast },
  })
  return { preview, done }
}

export const scenesOf = async (ana: TestActor, productionId: ProductionId) =>
  (await ana.call(listScenes, { params: { productionId } })).items
