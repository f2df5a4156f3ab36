import type { FieldOf } from '../../../../ui/field.ts'
import { LinesField } from '../../../../ui/LinesField.tsx'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import css from './CastingRules.module.css'
import { halfMinute, type SpeedDraft } from './rules.draft.rules.ts'

const blank: SpeedDraft = { language: '', wordsFrom: null, wordsUntil: null, source: '' }

/** One line a language: how many words a minute are read, and who says so. */
export function SpeedsField(field: FieldOf<SpeedDraft[]>) {
  return (
    <LinesField
      {...field}
      label="Reading speeds"
      word="line"
      none="No speed is known, so no text is measured."
      blank={blank}
      lineClass={css.speed}
    >
      {(line, put, number) => (
        <>
          <TextField
            label={`Language of line ${number}`}
            hideLabel
            placeholder="Language"
            value={line.language}
            onChange={(language) => put({ ...line, language })}
          />
          <NumberField
            label={`Slowest words a minute, line ${number}`}
            hideLabel
            min={30}
            max={400}
            value={line.wordsFrom}
            onChange={(wordsFrom) => put({ ...line, wordsFrom })}
          />
          <span>to</span>
          <NumberField
            label={`Fastest words a minute, line ${number}`}
            hideLabel
            min={30}
            max={400}
            value={line.wordsUntil}
            onChange={(wordsUntil) => put({ ...line, wordsUntil })}
          />
          <TextField
            label={`Source of line ${number}`}
            hideLabel
            placeholder="Who says so"
            value={line.source}
            onChange={(source) => put({ ...line, source })}
          />
          <small>{halfMinute(line)}</small>
        </>
      )}
    </LinesField>
  )
}
