import { useQueryClient } from '@tanstack/react-query'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import type { FileId, ProductionId } from '../../../kernel/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listFrames, removeFrame, setFrame } from '../frame.contract.ts'
import type { Scene } from '../scene.contract.ts'
import css from './SceneFrame.module.css'

/** The storyboard frame of a scene: a small picture that stands on call sheets. Saved at once, apart from the form. */
export function SceneFrameField({ productionId, scene }: { productionId: ProductionId; scene: Scene }) {
  const client = useQueryClient()
  const frames = useAsk(listFrames, { params: { productionId } })
  const frame = frames.data?.items.find(({ sceneId }) => sceneId === scene.id)
  const params = { productionId, sceneId: scene.id }
  const settle = async (work: Promise<unknown>, said: string) => {
    try {
      await work
      await refresh(client, productionId)
      toast.done(said)
    } catch (refusal) {
      toast.problem(refusal)
    }
  }
  return (
    <div className={css.field}>
      {frame && (
        <figure className={css.shown}>
          <img
            src={`/v1/productions/${productionId}/frames/${frame.fileId}`}
            width={frame.width}
            height={frame.height}
            alt={`Storyboard frame of ${scene.number ?? scene.heading}`}
          />
          <Button size="small" onClick={() => void settle(browser.call(removeFrame, { params }), 'The frame is off')}>
            Take the frame off
          </Button>
        </figure>
      )}
      <FileDrop
        label={frame ? 'Another storyboard frame' : 'A storyboard frame: JPEG, PNG or WebP'}
        accept="image/jpeg,image/png,image/webp"
        onUploaded={({ fileId }) =>
          void settle(browser.call(setFrame, { params, body: { fileId: fileId as FileId } }), 'The frame is set')
        }
      />
    </div>
  )
}
