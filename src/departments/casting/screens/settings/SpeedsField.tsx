import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import type { FieldOf } from '../../../../ui/field.ts'
import { NumberField } from '../../../../ui/NumberField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import css from './CastingRules.module.css'
import { halfMinute, type SpeedDraft } from './rules.draft.rules.ts'

/** One line a language: how many words a minute are read, and who says so. */
export function SpeedsField({ value, onChange, error }: FieldOf<SpeedDraft[]>) {
  const put = (at: number, part: Partial<SpeedDraft>) =>
    onChange(value.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <div role="group" aria-label="Reading speeds">
      <ol className={css.list}>
        {value.map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have nothing that stays while they are typed
          <li key={at} className={css.speed}>
            <TextField
              label={`Language of line ${at + 1}`}
              hideLabel
              placeholder="Language"
              value={line.language}
              onChange={(language) => put(at, { language })}
            />
            <NumberField
              label={`Slowest words a minute, line ${at + 1}`}
              hideLabel
              min={30}
              max={400}
              value={line.wordsFrom}
              onChange={(wordsFrom) => put(at, { wordsFrom })}
            />
            <span>to</span>
            <NumberField
              label={`Fastest words a minute, line ${at + 1}`}
              hideLabel
              min={30}
              max={400}
              value={line.wordsUntil}
              onChange={(wordsUntil) => put(at, { wordsUntil })}
            />
            <TextField
              label={`Source of line ${at + 1}`}
              hideLabel
              placeholder="Who says so"
              value={line.source}
              onChange={(source) => put(at, { source })}
            />
            <small>{halfMinute(line)}</small>
            <IconButton
              label={`Take line ${at + 1} out`}
              size="small"
              icon={<IconX size={14} />}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      {value.length === 0 && <p className={css.none}>No speed is known, so no text is measured.</p>}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus size={14} />}
        onClick={() => onChange([...value, { language: '', wordsFrom: null, wordsUntil: null, source: '' }])}
      >
        Add a language
      </Button>
    </div>
  )
}
