import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import { parseEighths } from '../../../kernel/eighths.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { addScenes } from '../scene.contract.ts'
import type { Scene, SceneId } from '../scene.contract.ts'
import { sceneName } from '../scene.rules.ts'

const Draft = z.object({
  number: z.string().trim().max(20),
  heading: z.string().trim().min(1, 'Give it a heading: EXT. QUAY - DAWN, or the name of the segment.').max(400),
  synopsis: z.string().trim().max(2000),
  length: z.string().refine((text) => parseEighths(text) !== undefined, 'Give a length like 1 3/8.'),
  minutes: z.string().refine((text) => /^\d{0,4}$/.test(text.trim()), 'Give whole minutes.'),
  after: z.string().nullable(),
})

interface NewSceneDialogProps {
  productionId: ProductionId
  scenes: readonly Scene[]
  onClose: () => void
}

/** A scene, frame or interview that no script holds. */
export function NewSceneDialog({ productionId, scenes, onClose }: NewSceneDialogProps) {
  const client = useQueryClient()
  const form = useForm({
    schema: Draft,
    initial: { number: '', heading: '', synopsis: '', length: '1/8', minutes: '', after: null as string | null },
    save: async ({ number, heading, synopsis, length, minutes, after }) => {
      const scene = {
        number: number || null,
        heading,
        synopsis,
        eighths: parseEighths(length) ?? 1,
        minutes: minutes.trim() === '' ? null : Number(minutes),
        ...(after === null ? {} : { after: after as SceneId }),
      }
      await browser.call(addScenes, { params: { productionId }, body: { scenes: [scene] } })
      await refresh(client, productionId)
      toast.done(`${number === '' ? heading : `Scene ${number}`} added`)
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title="Write a scene down">
      <Form of={form} action="Add scene" onCancel={onClose}>
        <FieldRow>
          <TextField label="Number" {...form.field('number')} />
          <TextField label="Length in pages" {...form.field('length')} />
          <TextField label="Minutes to shoot" {...form.field('minutes')} />
        </FieldRow>
        <TextField label="Heading" required placeholder="EXT. QUAY - DAWN" {...form.field('heading')} />
        <TextAreaField label="Synopsis" rows={2} {...form.field('synopsis')} />
        {scenes.length > 0 && (
          <SelectField
            label="Comes after"
            placeholder="At the end"
            clearable
            choices={scenes.map((scene) => ({
              value: scene.id,
              label: `${sceneName(scene)}  ${scene.number === null ? '' : scene.setName}`,
            }))}
            {...form.field('after')}
          />
        )}
      </Form>
    </Dialog>
  )
}
