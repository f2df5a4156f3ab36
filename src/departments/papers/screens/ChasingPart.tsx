import { browser, useAsk } from '../../../client/react.ts'
import type { ResponseOf } from '../../../kernel/route.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldRow, Form } from '../../../ui/Form.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useRulesForm } from '../../../ui/useRulesForm.ts'
import { changeChasing, readChasing, type Chasing } from '../chasing.contract.ts'
import { chasingDraft, chasingOf, chasingWords, type ChasingDraft } from './chasing.draft.rules.ts'
import css from './Papers.module.css'

/** When what is missing is asked for again, and how long before its end the next one is. */
export function ChasingPart() {
  const asked = useAsk(readChasing)
  return (
    <div className={css.chasing}>
      <Section
        title="Asking for papers"
        about="Who was asked and has not handed in hears again by itself; so does whoever has a paper that is about to end."
        right={<Go to="/settings/as-it-came?list=paper-chasing">As it came</Go>}
      >
        <Loaded of={asked}>{(saved) => <ChasingForm of={saved} />}</Loaded>
      </Section>
    </div>
  )
}

function ChasingForm({ of: saved }: { of: ResponseOf<typeof readChasing> }) {
  const form = useRulesForm<ChasingDraft, Chasing>({
    saved,
    schema: bodyOf(changeChasing),
    path: readChasing.path,
    read: () => browser.call(readChasing),
    put: (body, version) => browser.call(changeChasing, { body, ifMatch: version }),
    draftOf: chasingDraft,
    toSend: chasingOf,
    subject: 'how papers are asked for',
    words: chasingWords,
  })
  const { field } = form
  return (
    <Form of={form} action="Save" isWide>
      <FieldRow>
        <NumberField label="Asked again after" unit="days" min={1} {...field('againAfterDays')} />
        <NumberField label="At most" hint="0 is never" unit="times" min={0} {...field('againMost')} />
        <NumberField label="The link works for" unit="days" min={1} {...field('linkDays')} />
      </FieldRow>
      <TextField
        label="Days before the end of a paper"
        hint="60, 30: the next one is asked for on each; from the first on it counts as ending soon"
        required
        {...field('noticeDays')}
      />
      <FieldRow>
        <TextField label="Source" hint="Whose habit or law these are" required {...field('source')} />
        <DateField label="As of" hint="When they were true" required {...field('dated')} />
      </FieldRow>
    </Form>
  )
}
