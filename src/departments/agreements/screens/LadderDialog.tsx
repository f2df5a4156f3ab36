import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { browser, refresh } from '../../../client/react.ts'
import { readersToday } from '../../../ui/dates.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { kindWords } from '../kinds.rules.ts'
import { changeLadder, getPaperRules, type PaperRules } from '../template.contract.ts'

const Draft = z.object({
  steps: z
    .string()
    .regex(/^\s*\d+(\s*[, ]\s*\d+)*\s*$/, 'Hours separated by commas, such as 24, 48, 72.')
    .transform((text) =>
      text
        .split(/[,\s]+/)
        .filter((it) => it !== '')
        .map(Number),
    )
    .pipe(z.array(z.number().min(1, 'An hour is the least.').max(2000)).min(1).max(10, 'Ten steps are the most.')),
  most: z.number({ error: 'Say how many at most; 0 is none.' }).int().min(0).max(20),
  signWithinDays: z.number({ error: 'Give a number of days.' }).int().min(1).max(365),
  noticeDays: z.number({ error: 'Give a number of days.' }).int().min(0).max(1000),
  source: z.string().trim().min(1, 'Say where it comes from.').max(300),
})

type Ladder = PaperRules['ladders'][number]

const draftOf = (it: Ladder) => ({
  steps: it.stepsHours.join(', '),
  most: it.most as number | null,
  signWithinDays: it.signWithinDays as number | null,
  noticeDays: it.noticeDays as number | null,
  source: it.source,
})

/** When reminders of one kind of paper leave, and how long there is. */
export function LadderDialog({ ladder, onClose }: { ladder: Ladder; onClose: () => void }) {
  const client = useQueryClient()
  const form = useForm({
    schema: Draft,
    initial: draftOf(ladder),
    shared: {
      subject: 'the reminders of this paper',
      version: ladder.version,
      read: async () => {
        const { ladders } = await browser.call(getPaperRules)
        const theirs = ladders.find(({ kind }) => kind === ladder.kind) ?? ladder
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        steps: 'Hours after the message before',
        most: 'At most',
        signWithinDays: 'To sign within',
        noticeDays: 'Notice before it ends',
        source: 'Where this comes from',
      },
    },
    save: async ({ steps, ...rest }, version = ladder.version) => {
      const body = { ...rest, stepsHours: steps, dated: readersToday() }
      await browser.call(changeLadder, { params: { kind: ladder.kind }, ifMatch: version, body })
      await refresh(client, null)
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Reminders: ${kindWords[ladder.kind].one}`}
      about="Papers that are out already keep the reminder they wait for; the next one follows the new ladder."
    >
      <Form of={form} action="Save" onCancel={onClose}>
        <TextField
          label="Hours after the message before"
          required
          autoFocus
          hint="24, 48, 72: after a day, two days later, three days later; the last step repeats"
          {...form.field('steps')}
        />
        <FieldRow>
          <NumberField label="At most" unit="reminders" min={0} max={20} required {...form.field('most')} />
          <NumberField label="To sign within" unit="days" min={1} required {...form.field('signWithinDays')} />
          <NumberField label="Notice before it ends" unit="days" min={0} required {...form.field('noticeDays')} />
        </FieldRow>
        <TextField label="Where this comes from" required {...form.field('source')} />
      </Form>
    </Dialog>
  )
}
