import { browser, useAsk, useChange } from '../../../client/react.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { formatDay } from '../../../ui/dates.ts'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { putVendorRules, readVendorRules, type VendorRules } from '../rule.contract.ts'

/** When an invitation is asked after, and what a price may rise before it counts. */
export function BuyingRules() {
  const asked = useAsk(readVendorRules)
  return (
    <Section title="Rules of buying">
      <Loaded of={asked}>{(rules) => <Editor rules={rules} />}</Loaded>
    </Section>
  )
}

/** `5, 12`; what is no number is left for the rule to refuse. */
const daysIn = (text: string): number[] =>
  text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number)

const draftOf = (rules: VendorRules) => ({
  invitationReminderDays: rules.invitationReminderDays.join(', '),
  priceTolerancePercent: rules.priceTolerancePercent as number | null,
  source: rules.source,
})

function Editor({ rules }: { rules: VendorRules }) {
  const save = useChange(putVendorRules)
  const form = useForm({
    schema: bodyOf(putVendorRules),
    initial: draftOf(rules),
    toSend: (draft) => ({ ...draft, invitationReminderDays: daysIn(draft.invitationReminderDays) }),
    save: async (body, version = rules.version) => {
      await save.mutateAsync({ ifMatch: version, body })
      toast.done('The rules are set')
    },
    shared: {
      subject: 'the rules of buying',
      version: rules.version,
      read: async () => {
        const theirs = await browser.call(readVendorRules)
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: {
        invitationReminderDays: 'Ask again after days',
        priceTolerancePercent: 'A price may rise by, in percent',
        source: 'Where these come from',
      },
    },
  })
  const { field } = form
  if (!rules.can.edit)
    return (
      <p>
        An unanswered invitation is asked after on day {rules.invitationReminderDays.join(' and ')}. A price may rise by{' '}
        {rules.priceTolerancePercent} %. {rules.source}, {formatDay(rules.dated, { year: true })}.
      </p>
    )
  return (
    <Form of={form} action="Save rules">
      <FieldRow>
        <TextField
          label="Ask again after days"
          hint="Days after an invitation nobody answered; empty: never"
          {...field('invitationReminderDays')}
        />
        <NumberField
          label="A price may rise by, in percent"
          hint="More than that counts against the vendor’s score"
          min={0}
          max={100}
          {...field('priceTolerancePercent')}
        />
      </FieldRow>
      <TextField label="Where these come from" required {...field('source')} />
    </Form>
  )
}
