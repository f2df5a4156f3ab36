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
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useRulesForm } from '../../../../ui/useRulesForm.ts'
import { changeScheduleRules, readScheduleRules, type ScheduleRules } from '../../rule.contract.ts'
import css from './ScheduleRules.module.css'
import { scheduleRulesWords, type ScheduleRulesDraft } from './scheduleRules.draft.rules.ts'

type Saved = ResponseOf<typeof readScheduleRules>

function RulesForm({ of: saved }: { of: Saved }) {
  const form = useRulesForm<ScheduleRulesDraft, ScheduleRules>({
    saved,
    schema: bodyOf(changeScheduleRules),
    path: readScheduleRules.path,
    read: () => browser.call(readScheduleRules),
    put: (body, version) => browser.call(changeScheduleRules, { body, ifMatch: version }),
    draftOf: (rules) => rules,
    subject: 'the rules of schedules',
    words: scheduleRulesWords,
  })
  const { field } = form
  return (
    <Form of={form} action="Save" isWide>
      <Section
        title="A new board"
        about="What it begins with. Each board may say it otherwise, and boards that exist keep theirs."
      >
        <FieldRow>
          <NumberField label="An eighth of a page takes" unit="min" min={1} {...field('minutesPerEighth')} />
          <NumberField label="Preparation" unit="min" min={0} {...field('prepMinutes')} />
          <NumberField label="Wrap" unit="min" min={0} {...field('wrapMinutes')} />
          <NumberField label="A day is heavy above" unit="eighths" min={1} {...field('targetEighths')} />
        </FieldRow>
      </Section>
      <Section title="Without a working-time profile" about="A production that has one goes by its profile.">
        <div className={css.fields}>
          <FieldRow>
            <NumberField label="Rest between days" unit="min" min={0} {...field('dailyRestMinutes')} />
            <NumberField label="Rest in a week" unit="min" min={0} {...field('weeklyRestMinutes')} />
            <NumberField label="Rest of minors" unit="min" min={0} {...field('minorRestMinutes')} />
            <NumberField label="A meal is due after" unit="min" min={60} {...field('mealAfterMinutes')} />
          </FieldRow>
          <TextField label="Whose rest" hint="As a clash says it" required {...field('restName')} />
        </div>
      </Section>
      <Section title="Clashes" about="Every plan is judged by these at once.">
        <FieldRow>
          <NumberField
            label="Light is unsure for"
            hint="Inside sunrise and sunset, and dark outside of them"
            unit="min"
            min={0}
            {...field('lightMarginMinutes')}
          />
          <NumberField
            label="A minor of unknown age"
            hint="Is held to the hours of this age"
            unit="years"
            min={0}
            {...field('unknownMinorAge')}
          />
        </FieldRow>
      </Section>
      <FieldRow>
        <TextField label="Source" hint="Whose habit or law these are" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('dated')} />
      </FieldRow>
    </Form>
  )
}

const RulesRead = ({ of: it }: { of: Saved }) => (
  <Facts
    of={[
      ['A new board', `${it.minutesPerEighth} min an eighth, ${it.prepMinutes} min before and ${it.wrapMinutes} after`],
      ['A day is heavy above', `${it.targetEighths} eighths`],
      ['Rest between days, in a week', `${it.dailyRestMinutes} and ${it.weeklyRestMinutes} min, ${it.restName}`],
      ['Rest of minors', `${it.minorRestMinutes} min`],
      ['A meal is due after', `${it.mealAfterMinutes} min`],
      ['Light is unsure for', `${it.lightMarginMinutes} min`],
      ['A minor of unknown age', `${it.unknownMinorAge} years`],
      ['Source', `${it.source}, ${formatDay(it.dated, { year: true })}`],
    ]}
  />
)

/** What schedules go by where neither the board nor a working-time profile says otherwise. */
export function ScheduleRulesPage() {
  const asked = useAsk(readScheduleRules)
  return (
    <SettingsPage title="Schedules" shipped="schedule-rules">
      <Loaded of={asked}>{(saved) => (saved.can.edit ? <RulesForm of={saved} /> : <RulesRead of={saved} />)}</Loaded>
    </SettingsPage>
  )
}
