import { browser, useAsk } from '../../../../client/react.ts'
import type { ResponseOf } from '../../../../kernel/route.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { formatDay } from '../../../../ui/dates.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { DayMinuteField } from '../../../../ui/TimeField.tsx'
import { useRulesForm } from '../../../../ui/useRulesForm.ts'
import { changeBookingRules, readBookingRules, type BookingRules } from '../../rules.contract.ts'
import { PLAIN } from '../../label.rules.ts'
import { CancellationField } from './CancellationField.tsx'
import { LabelsField } from './LabelsField.tsx'
import { ruleInWords, rulesDraft, rulesWords, type RulesDraft } from './rules.draft.rules.ts'

type Saved = ResponseOf<typeof readBookingRules>

function RulesForm({ of: saved }: { of: Saved }) {
  const form = useRulesForm<RulesDraft, BookingRules>({
    saved,
    schema: bodyOf(changeBookingRules),
    path: readBookingRules.path,
    read: () => browser.call(readBookingRules),
    put: (body, version) => browser.call(changeBookingRules, { body, ifMatch: version }),
    draftOf: rulesDraft,
    detail: 'A challenge that runs keeps the rule it was told with.',
    subject: 'the booking rules',
    words: rulesWords,
  })
  const { field, draft } = form
  return (
    <Form of={form} action="Save" isWide>
      <Section title="Challenge" about={ruleInWords(draft)}>
        <FieldRow>
          <SelectField
            label="Time to answer"
            hint="Both sides are told so"
            choices={[
              { value: 'next_business_day', label: 'Next working day' },
              { value: 'plain_hours', label: 'A number of hours' },
            ]}
            {...field('challengeRule')}
          />
          {draft.challengeRule === 'plain_hours' ? (
            <NumberField label="Hours to answer" min={1} max={240} unit="h" {...field('answerHours')} />
          ) : (
            <DayMinuteField label="Answer by" hint="On the clock of the person" {...field('answerByMinute')} />
          )}
        </FieldRow>
      </Section>
      <Section title="Holds that wait" about="An undecided hold is pointed out first, then asked to be settled.">
        <FieldRow>
          <NumberField label="Point out" hint="Days before" min={0} max={60} unit="d" {...field('undecidedDays')} />
          <NumberField label="Settle" hint="Hours before" min={0} max={240} unit="h" {...field('settleHours')} />
          <NumberField
            label="Days of one week"
            hint="More are pointed out on the timeline"
            min={1}
            max={7}
            {...field('weekDays')}
          />
        </FieldRow>
      </Section>
      <Section title="Papers" about="Which papers are required of whom is said under Required papers.">
        <FieldRow>
          <SelectField
            label="Somebody lacks a paper that blocks"
            choices={[
              { value: 'warn', label: 'Say so, and book' },
              { value: 'block', label: 'Book only with a reason' },
            ]}
            {...field('papersGate')}
          />
        </FieldRow>
      </Section>
      <Section title="Cancelling booked days" about="The fee of a day follows the notice that is left.">
        <CancellationField {...field('cancellation')} />
      </Section>
      <Section
        title="Words"
        count={draft.labels.length}
        about="Rename freely: what a state does never changes. A second label of one meaning can be chosen on a booking."
      >
        <LabelsField {...field('labels')} />
      </Section>
      <FieldRow>
        <TextField label="Source" hint="Whose terms these are" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('dated')} />
      </FieldRow>
    </Form>
  )
}

function RulesRead({ of: saved }: { of: Saved }) {
  return (
    <Facts
      of={[
        ['Challenge', ruleInWords(rulesDraft(saved))],
        ['Days of one week', `up to ${saved.weekDays}`],
        [
          'A required paper is missing',
          saved.papersGate === 'block' ? 'booked only with a reason' : 'said, and booked',
        ],
        ...saved.cancellation.map(
          ({ withinHours, feePercent }) =>
            [`Cancelled less than ${withinHours} h before`, `${feePercent} % of the day`] as const,
        ),
        ...saved.labels.map(({ meaning, name }) => [PLAIN[meaning], name] as const),
        ['Source', `${saved.source}, ${formatDay(saved.dated, { year: true })}`],
      ]}
    />
  )
}

/** How long a challenge runs, what a cancellation costs, how full a week may be, and what the office calls it all. */
export function BookingRulesPage() {
  const asked = useAsk(readBookingRules)
  return (
    <SettingsPage title="Booking rules" shipped="booking-rules">
      <Loaded of={asked}>{(saved) => (saved.can.edit ? <RulesForm of={saved} /> : <RulesRead of={saved} />)}</Loaded>
    </SettingsPage>
  )
}
