import { browser, useAsk } from '../../../../client/react.ts'
import type { ResponseOf } from '../../../../kernel/route.ts'
import { clockOf } from '../../../../kernel/time.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { DateField } from '../../../../ui/DateField.tsx'
import { formatDay } from '../../../../ui/dates.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { TextAreaField, TextField } from '../../../../ui/TextField.tsx'
import { DayMinuteField } from '../../../../ui/TimeField.tsx'
import { useRulesForm } from '../../../../ui/useRulesForm.ts'
import { plural } from '../../../../ui/words.ts'
import { changeSheetRules, readSheetRules, type SheetRules } from '../../sheetRule.contract.ts'
import css from './SheetRules.module.css'
import { sheetRulesDraft, sheetRulesOf, sheetRulesWords, type SheetRulesDraft } from './sheetRules.draft.rules.ts'

type Saved = ResponseOf<typeof readSheetRules>

function RulesForm({ of: saved }: { of: Saved }) {
  const form = useRulesForm<SheetRulesDraft, SheetRules>({
    saved,
    schema: bodyOf(changeSheetRules),
    path: readSheetRules.path,
    read: () => browser.call(readSheetRules),
    put: (body, version) => browser.call(changeSheetRules, { body, ifMatch: version }),
    draftOf: sheetRulesDraft,
    toSend: sheetRulesOf,
    subject: 'the rules of call sheets',
    words: sheetRulesWords,
  })
  const { field, errors } = form
  const numbersError = errors['emergencyNumbers']
  const digests = { ...field('digests'), error: errors['digestHours'] }
  return (
    <Form of={form} action="Save" isWide>
      <Section title="The sheet" about="On the clock of the shoot; what a sheet says of itself always wins.">
        <div className={css.fields}>
          <FieldRow>
            <DayMinuteField
              label="Out by"
              hint="The evening before; Today warns of what is not"
              {...field('issueBy')}
            />
            <NumberField
              label="Links outlive their day by"
              hint="To look times up when hours are written down"
              unit="days"
              {...field('linkDays')}
            />
            <TextField label="Digests of answers at" hint="Full hours: 8, 17" required {...digests} />
          </FieldRow>
          <FieldRow>
            <NumberField
              label="Background is called"
              hint="Before it is to be ready"
              unit="min"
              {...field('backgroundReadyMinutes')}
            />
          </FieldRow>
        </div>
      </Section>
      <Section
        title="Who has not confirmed"
        about="On the clock of the shoot. A sheet that goes out late begins at once with what is due."
      >
        <div className={css.fields}>
          <FieldRow>
            <NumberField
              label="Reminded after"
              hint="Counted from when it was sent"
              unit="min"
              {...field('reminderAfterMinutes')}
            />
            <DayMinuteField label="Again at" hint="The evening before" {...field('secondAt')} />
          </FieldRow>
          <FieldRow>
            <DayMinuteField label="Phone list at" hint="The evening before" {...field('phoneListAt')} />
            <DayMinuteField label="For calls before" {...field('phoneForCallsBefore')} />
            <DayMinuteField label="Replaced at" hint="The evening before" {...field('replaceAt')} />
          </FieldRow>
          <FieldRow>
            <DayMinuteField label="Quiet from" hint="No reminder leaves" {...field('quietFrom')} />
            <DayMinuteField label="Quiet until" {...field('quietUntil')} />
          </FieldRow>
        </div>
      </Section>
      <Section
        title="Emergency numbers"
        about="Printed where a location gives none of its own. A line begins with a time zone, or the part of the world its name begins with."
      >
        <TextAreaField
          label="Numbers by place"
          hint="Europe/London 999, and one line “elsewhere”"
          required
          {...field('numbers')}
          {...(numbersError !== undefined && { error: numbersError })}
        />
      </Section>
      <FieldRow>
        <TextField label="Source" hint="Whose habit or law these are" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('dated')} />
      </FieldRow>
    </Form>
  )
}

const RulesRead = ({ of: saved }: { of: Saved }) => (
  <Facts
    of={[
      ['Out by', `${clockOf(saved.issueBy)} the evening before`],
      ['Links outlive their day by', plural(saved.linkDays, 'day')],
      ['Digests of answers at', saved.digestHours.map((hour) => clockOf(hour * 60)).join(', ')],
      ['Background is called', `${saved.backgroundReadyMinutes} min before it is to be ready`],
      ['Reminded', `${saved.reminderAfterMinutes} min after sending, again at ${clockOf(saved.secondAt)}`],
      ['Phone list', `${clockOf(saved.phoneListAt)}, for calls before ${clockOf(saved.phoneForCallsBefore)}`],
      ['Replaced', clockOf(saved.replaceAt)],
      ['Quiet', `${clockOf(saved.quietFrom)} to ${clockOf(saved.quietUntil)}`],
      ...saved.emergencyNumbers.map(({ zones, number }) => [zones || 'Elsewhere', number] as const),
      ['Source', `${saved.source}, ${formatDay(saved.dated, { year: true })}`],
    ]}
  />
)

/** When a sheet is to be out, when the office goes after those who have not confirmed, and which emergency number is printed. */
export function SheetRulesPage() {
  const asked = useAsk(readSheetRules)
  return (
    <SettingsPage title="Call sheets" shipped="call-sheet-rules">
      <Loaded of={asked}>{(saved) => (saved.can.edit ? <RulesForm of={saved} /> : <RulesRead of={saved} />)}</Loaded>
    </SettingsPage>
  )
}
