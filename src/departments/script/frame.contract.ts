import { z } from 'zod'
import { FileId, ProductionId } from '../../kernel/ids.ts'
import { NotFound } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { SceneId } from './scene.contract.ts'

/** A storyboard frame of a scene or shot, small enough for a strip and a sheet. */
export const SceneFrame = z.object({ sceneId: SceneId, fileId: FileId, width: z.int(), height: z.int() })
export type SceneFrame = z.infer<typeof SceneFrame>

const params = z.object({ productionId: ProductionId })
const one = '/v1/productions/{productionId}/scenes/{sceneId}/frame'

export const listFrames = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/frames',
  summary: 'The storyboard frame of every scene that has one',
  access: { ability: 'script.read', on: 'production' },
  params,
  response: z.object({ items: z.array(SceneFrame) }),
})

export const setFrame = route({
  method: 'PUT',
  path: one,
  summary: 'Give a scene its storyboard frame from an uploaded picture; it is drawn anew, small',
  access: { ability: 'breakdown.edit', on: 'production' },
  params: params.extend({ sceneId: SceneId }),
  body: z.object({ fileId: FileId }),
  response: SceneFrame,
  problems: [NotFound],
})

export const removeFrame = route({
  method: 'DELETE',
  path: one,
  summary: 'Take the frame off a scene; sheets that went out keep theirs',
  access: { ability: 'breakdown.edit', on: 'production' },
  params: params.extend({ sceneId: SceneId }),
  response: z.null(),
})

export const readFrame = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/frames/{fileId}',
  summary: 'A storyboard frame as a picture, also one that has been replaced since',
  access: { ability: 'script.read', on: 'production' },
  params: params.extend({ fileId: FileId }),
  produces: 'image/jpeg',
})
