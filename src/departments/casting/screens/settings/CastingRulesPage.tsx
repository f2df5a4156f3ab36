import { browser, useAsk } from '../../../../client/react.ts'
import { clockOf } from '../../../../kernel/time.ts'
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
import { TextAreaField, TextField } from '../../../../ui/TextField.tsx'
import { DayMinuteField } from '../../../../ui/TimeField.tsx'
import { useRulesForm } from '../../../../ui/useRulesForm.ts'
import { listed, plural } from '../../../../ui/words.ts'
import { changeCastingRules, readCastingRules, type CastingRules } from '../../rule.contract.ts'
import css from './CastingRules.module.css'
import { ConsentsPart } from './ConsentsPart.tsx'
import { RemindersField } from './RemindersField.tsx'
import { noticeText, rulesDraft, rulesWords, type RulesDraft } from './rules.draft.rules.ts'
import { SpeedsField } from './SpeedsField.tsx'

type Saved = ResponseOf<typeof readCastingRules>

function RulesForm({ of: saved }: { of: Saved }) {
  const form = useRulesForm<RulesDraft, CastingRules>({
    saved,
    schema: bodyOf(changeCastingRules),
    path: readCastingRules.path,
    read: () => browser.call(readCastingRules),
    put: (body, version) => browser.call(changeCastingRules, { body, ifMatch: version }),
    draftOf: rulesDraft,
    subject: 'the rules of casting',
    words: rulesWords,
  })
  const { field } = form
  return (
    <Form of={form} action="Save" isWide>
      <Section
        title="Reminders"
        about="Who was asked for a self-tape or a question, and has not answered, hears again by itself."
      >
        <RemindersField {...field('reminderHours')} />
      </Section>
      <Section
        title="Reading speeds"
        about="Words a minute before the microphone. A role’s text is measured by the faster figure of its language."
      >
        <SpeedsField {...field('speeds')} />
      </Section>
      <Section title="Ages" about="Who plays forty is rarely forty.">
        <FieldRow>
          <NumberField
            label="A role from the script plays"
            hint="Years to either side of the age that stands there"
            unit="years"
            min={0}
            {...field('scriptAgeYears')}
          />
          <NumberField
            label="Our own talent is looked for"
            hint="Years to either side of what a role plays"
            unit="years"
            min={0}
            {...field('talentAgeYears')}
          />
        </FieldRow>
      </Section>
      <Section title="At the door">
        <div className={css.door}>
          <FieldRow>
            <DayMinuteField
              label="School ends"
              hint="Minors are filled in after it on weekdays"
              {...field('schoolUntilMinute')}
            />
          </FieldRow>
          <TextAreaField
            label="What people agree to when they sign in"
            hint="Each casting day may say it in its own words"
            {...field('doorText')}
          />
        </div>
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
      ['Reminders', listed(saved.reminderHours.map((hours) => `${noticeText(hours)} before`)) || 'none'],
      ...saved.speeds.map(
        (it) => [`${it.language}, words a minute`, `${it.wordsFrom} to ${it.wordsUntil} (${it.source})`] as const,
      ),
      ['A role from the script plays', `${plural(saved.scriptAgeYears, 'year')} around its age`],
      ['Our own talent is looked for', `${plural(saved.talentAgeYears, 'year')} around what a role plays`],
      ['School ends', clockOf(saved.schoolUntilMinute)],
      ['At the door', saved.doorText],
      ['Source', `${saved.source}, ${formatDay(saved.dated, { year: true })}`],
    ]}
  />
)

/** What talent agrees to and for how long it is kept, when it is reminded, and how fast a text is read. */
export function CastingRulesPage() {
  const asked = useAsk(readCastingRules)
  return (
    <SettingsPage title="Casting" shipped="casting-rules">
      <Loaded of={asked}>
        {(saved) => (
          <>
            <ConsentsPart mayEdit={saved.can.edit} />
            {saved.can.edit ? <RulesForm of={saved} /> : <RulesRead of={saved} />}
          </>
        )}
      </Loaded>
    </SettingsPage>
  )
}
