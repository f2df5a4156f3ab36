import { useState } from 'react'
import { z } from 'zod'
import { useChange } from '../../../client/react.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { answerProblem, confirmByPhone, correctAddress } from '../distribution.contract.ts'
import type { NoticeLine } from '../distribution.contract.ts'
import { reasonWords } from './distributionWords.ts'

/** What can be done for one person. */
export interface PersonAct {
  kind: 'correct' | 'answer' | 'confirm'
  line: NoticeLine
}

interface Props {
  productionId: string
  act: PersonAct
  onClose: () => void
}

export function DistributionActs({ productionId, act, onClose }: Props) {
  const shown = { productionId, line: act.line, onClose }
  if (act.kind === 'correct') return <Correct {...shown} />
  return act.kind === 'answer' ? <Answer {...shown} /> : <SaidYes {...shown} />
}

interface One {
  productionId: string
  line: NoticeLine
  onClose: () => void
}

const paramsOf = ({ productionId, line }: One) => ({ productionId, noticeId: line.id })

function useKey(): string {
  return useState(() => crypto.randomUUID())[0]
}

const Reach = z.object({
  email: z.union([z.literal(''), z.email('This is not an e-mail address.')]),
  phone: z.string(),
  keep: z.boolean(),
})

function Correct(one: One) {
  const { line, onClose } = one
  const change = useChange(correctAddress)
  const idempotencyKey = useKey()
  const form = useForm({
    schema: Reach,
    initial: { email: line.email ?? '', phone: line.phone ?? '', keep: true },
    save: async ({ email, phone, keep }) => {
      await change.mutateAsync({
        params: paramsOf(one),
        body: { ...(email && { email }), ...(phone && phone !== line.phone && { phone }), keep },
        idempotencyKey,
      })
      toast.done(`Sent to ${line.name} alone`, { detail: 'The old link no longer works.' })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Correct and send to ${line.name}`}
      about={line.remedy ?? 'Only this person is written to. The link that went to the old address stops working.'}
    >
      <Form of={form} action="Correct and send" onCancel={onClose}>
        <TextField label="E-mail" type="email" {...form.field('email')} />
        <TextField label="Mobile" type="tel" {...form.field('phone')} />
        {line.personId !== null && <CheckField label="Also in the contact record" {...form.field('keep')} />}
      </Form>
    </Dialog>
  )
}

function Answer(one: One) {
  const { line, onClose } = one
  const change = useChange(answerProblem)
  const idempotencyKey = useKey()
  const form = useForm({
    schema: z.object({ text: z.string().trim().min(1, 'Say what is arranged.').max(2000) }),
    initial: { text: '' },
    save: async (body) => {
      await change.mutateAsync({ params: paramsOf(one), body, idempotencyKey })
      toast.done(`${line.name} has your answer`, { detail: 'The call stays open until they confirm.' })
      onClose()
    },
  })
  const said = line.problem?.text || reasonWords[line.problem?.reason ?? ''] || ''
  return (
    <Dialog open onClose={onClose} title={`Answer ${line.name}`} about={`“${said}”`}>
      <Form of={form} action="Send the answer" onCancel={onClose}>
        <TextAreaField label="Your answer" {...form.field('text')} />
      </Form>
    </Dialog>
  )
}

function SaidYes(one: One) {
  const { line, onClose } = one
  const change = useChange(confirmByPhone)
  const idempotencyKey = useKey()
  const form = useForm({
    schema: z.object({ note: z.string().max(500) }),
    initial: { note: '' },
    save: async (body) => {
      await change.mutateAsync({ params: paramsOf(one), body, idempotencyKey })
      toast.done(`${line.name} is confirmed`)
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={`${line.name} said yes to ${line.callText}`}
      about="It counts as confirmed, with your name as who heard it."
    >
      <Form of={form} action={`Confirm ${line.callText}`} onCancel={onClose}>
        <TextField label="Note" placeholder="On the phone, 20:40" {...form.field('note')} />
      </Form>
    </Dialog>
  )
}
