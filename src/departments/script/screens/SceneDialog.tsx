import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import { useQueryClient } from '@tanstack/react-query'
import { formatEighths, formatPages, parseEighths } from '../../../kernel/eighths.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { useTaken } from '../../../ui/useTaken.ts'
import { changeScene, listScenes } from '../scene.contract.ts'
import type { Scene } from '../scene.contract.ts'
import { sceneName } from '../scene.rules.ts'
import { SceneFrameField } from './SceneFrameField.tsx'

const Draft = z.object({
  number: z.string().trim().max(20),
  heading: z.string().trim().min(1, 'Give the scene a heading, such as EXT. QUAY - DAWN.'),
  synopsis: z.string().trim().max(2000),
  scriptDay: z.string().trim().max(20),
  unit: z.string().trim().max(40),
  length: z
    .string()
    .refine((text) => text.trim() === '' || parseEighths(text) !== undefined, 'Give a length like 1 3/8.'),
  minutes: z.string().refine((text) => /^\d{0,4}$/.test(text.trim()), 'Give whole minutes.'),
  note: z.string().max(10_000),
  omitted: z.boolean(),
})
type Draft = z.infer<typeof Draft>

const draftOf = (scene: Scene): Draft => ({
  number: scene.number ?? '',
  heading: scene.heading,
  synopsis: scene.synopsis,
  scriptDay: scene.scriptDay ?? '',
  unit: scene.unit ?? '',
  length: scene.eighthsOverride === null ? '' : formatEighths(scene.eighthsOverride),
  minutes: scene.minutes === null ? '' : String(scene.minutes),
  note: scene.note,
  omitted: scene.omitted,
})

const changeOf = (draft: Draft, scene: Scene) => ({
  number: draft.number || null,
  ...(draft.heading === scene.heading ? {} : { heading: draft.heading }),
  synopsis: draft.synopsis,
  scriptDay: draft.scriptDay || null,
  unit: draft.unit || null,
  eighthsOverride: parseEighths(draft.length) ?? null,
  minutes: draft.minutes.trim() === '' ? null : Number(draft.minutes),
  note: draft.note,
  omitted: draft.omitted,
})

const words: Record<keyof Draft, string> = {
  number: 'Number',
  heading: 'Heading',
  synopsis: 'Synopsis',
  scriptDay: 'Script day',
  unit: 'Unit',
  length: 'Length',
  minutes: 'Minutes',
  note: 'Note',
  omitted: 'Omitted',
}

interface SceneDialogProps {
  productionId: ProductionId
  scene: Scene
  onClose: () => void
}

/** What a person sets about a scene. The measured length stays beside an override, and comes back when it is cleared. */
export function SceneDialog({ productionId, scene: current, onClose }: SceneDialogProps) {
  const client = useQueryClient()
  const scene = useTaken(current)
  const params = { productionId, sceneId: scene.id }
  const form = useForm({
    schema: Draft,
    initial: draftOf(scene),
    save: async (draft, version = scene.version) => {
      await browser.call(changeScene, { params, body: changeOf(draft, scene), ifMatch: version })
      await refresh(client, productionId)
      toast.done(`${sceneName(scene)} saved`)
      onClose()
    },
    shared: {
      subject: sceneName(scene),
      version: scene.version,
      read: async () => {
        const { items } = await browser.call(listScenes, { params: { productionId } })
        const theirs = items.find(({ id }) => id === scene.id) ?? scene
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words,
    },
  })
  return (
    <Dialog open onClose={onClose} title={sceneName(scene)}>
      <SceneFrameField productionId={productionId} scene={scene} />
      <Form of={form} action="Save scene" onCancel={onClose}>
        <FieldRow>
          <TextField label="Number" {...form.field('number')} />
          <TextField label="Script day" {...form.field('scriptDay')} />
          <TextField label="Unit" placeholder="Main" {...form.field('unit')} />
        </FieldRow>
        <TextField label="Heading" required {...form.field('heading')} />
        <TextAreaField
          label="Synopsis"
          hint="One sentence: it stands on the strip and the one-liner."
          rows={2}
          {...form.field('synopsis')}
        />
        <FieldRow>
          <TextField
            label="Length in pages"
            hint={`Measured: ${formatPages(scene.measuredEighths)}. Empty takes that.`}
            placeholder={formatEighths(scene.measuredEighths)}
            {...form.field('length')}
          />
          <TextField label="Minutes to shoot" hint="Empty takes the pace of the board." {...form.field('minutes')} />
        </FieldRow>
        <TextAreaField label="Note" rows={3} {...form.field('note')} />
        <CheckField
          label={scene.leftOut ? 'Omitted for good' : 'Omitted'}
          hint={
            scene.leftOut
              ? 'The newest draft does not have it. Save to say so for good, or untick to bring it back.'
              : 'Keeps its number, its sheet and its strip, marked; its length no longer counts.'
          }
          {...form.field('omitted')}
        />
      </Form>
    </Dialog>
  )
}
