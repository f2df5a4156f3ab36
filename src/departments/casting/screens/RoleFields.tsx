import { clockOf, minuteOf, type WallTime } from '../../../kernel/time.ts'
import { CheckField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldRow, Fold, FormPart } from '../../../ui/Form.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextAreaField, TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import type { FormHandle } from '../../../ui/useForm.ts'
import { ZoneField } from '../../../ui/ZoneField.tsx'
import { kindWords } from '../breakdown.rules.ts'
import { RoleKind } from '../role.contract.ts'
import { ReadingCheck } from './ReadingCheck.tsx'
import type { RoleDraft } from './role.draft.rules.ts'

const kinds = RoleKind.options.map((value) => ({ value, label: kindWords[value] }))

/** What the breakdown says first; usage, conflicts and the spoken text stay folded until they are needed. */
export function RoleFields({ form }: { form: FormHandle<RoleDraft> }) {
  const { field, draft } = form
  const isVoice = draft.kind === 'voice_over'
  return (
    <>
      <FieldRow>
        <TextField label="Role" required autoFocus placeholder="Nora" {...field('name')} />
        <SelectField label="Type" choices={kinds} {...field('kind')} />
      </FieldRow>
      <TextAreaField
        label="Breakdown"
        rows={3}
        placeholder="Who this is, what they do in the story"
        {...field('breakdown')}
      />
      <FieldRow>
        <NumberField label="Playing age from" min={0} max={120} {...field('ageFrom')} />
        <NumberField label="to" min={0} max={120} {...field('ageUntil')} />
        <TextField label="Gender" hint="Only where the story needs it" {...field('gender')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Skills" placeholder="swims, drives a van" {...field('skills')} />
        <TextField label="Languages and accents" placeholder="English, Scots" {...field('languages')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Fee" placeholder="650/10 + 20 %" {...field('rate')} />
        <TextField label="Union" placeholder="Equity, or none" {...field('unionTerms')} />
      </FieldRow>
      <FieldRow>
        <DateField label="Send by" {...field('deadlineOn')} />
        <TimeField
          label="at"
          value={draft.deadlineMinute === null ? null : clockOf(draft.deadlineMinute)}
          onChange={(time) => form.change({ deadlineMinute: time === null ? null : minuteOf(time as WallTime) })}
          error={form.errors['deadlineMinute']}
        />
        <ZoneField label="Time zone" hint="Empty: the production's" clearable {...field('deadlineZone')} />
      </FieldRow>
      {isVoice && (
        <>
          <FormPart title="Read" />
          <TextAreaField label="Text" rows={4} {...field('spokenText')} />
          <FieldRow>
            <NumberField label="Length of the spot" unit="s" min={1} {...field('spotSeconds')} />
          </FieldRow>
          <ReadingCheck text={draft.spokenText} seconds={draft.spotSeconds} languages={draft.languages} />
        </>
      )}
      <Fold title="Usage and conflicts">
        <FieldRow>
          <TextField label="Media" placeholder="Web and cinema" {...field('usageMedia')} />
          <TextField label="Territory" placeholder="UK" {...field('usageTerritory')} />
          <NumberField label="Term" unit="months" min={1} {...field('usageMonths')} />
        </FieldRow>
        <FieldRow>
          <TextField label="Product category" placeholder="beer" {...field('category')} />
          <TextField label="Brand" {...field('brand')} />
          <NumberField label="Nothing else for" unit="months" min={1} {...field('exclusiveMonths')} />
        </FieldRow>
      </Fold>
      <Fold title="Dates, place, look">
        <FieldRow>
          <TextField label="Shoot days" placeholder="2026-05-12, 2026-05-13" {...field('shootDays')} />
          <TextField label="Callbacks" placeholder="2026-05-06" {...field('callbackDays')} />
        </FieldRow>
        <FieldRow>
          <DateField label="Fitting" {...field('fittingOn')} />
          <TextField label="Place" {...field('place')} />
          <TextField label="Sizes" {...field('sizes')} />
        </FieldRow>
        <TextAreaField label="Look" rows={1} {...field('look')} />
      </Fold>
      <CheckField
        label="Confidential: left out of lists that are posted, and the title is not said"
        {...field('isConfidential')}
      />
    </>
  )
}
