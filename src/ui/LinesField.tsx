import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from './Button.tsx'
import type { FieldOf } from './field.ts'
import css from './LinesField.module.css'

interface LinesFieldProps<Line> extends FieldOf<Line[]> {
  /** What the lines are together, for who hears them: *Reading speeds*. */
  label: string
  /** What one is called: *Add a reminder*, *Take reminder 2 out*. */
  word: string
  /** Said where there is none. */
  none: string
  blank: Line
  most?: number
  lineClass: string | undefined
  /** The fields of one line; `number` counts from 1. */
  children: (line: Line, put: (line: Line) => void, number: number) => ReactNode
}

/** A list that is written line by line: each can be taken out, and another added below. */
export function LinesField<Line>({
  value,
  onChange,
  error,
  label,
  word,
  none,
  blank,
  most = Number.POSITIVE_INFINITY,
  lineClass,
  children,
}: LinesFieldProps<Line>) {
  const put = (at: number) => (line: Line) => onChange(value.map((it, index) => (index === at ? line : it)))
  return (
    <div role="group" aria-label={label}>
      <ol className={css.list}>
        {value.map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have nothing that stays while they are typed
          <li key={at} className={lineClass}>
            {children(line, put(at), at + 1)}
            <IconButton
              label={`Take ${word} ${at + 1} out`}
              size="small"
              icon={<IconX size={14} />}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      {value.length === 0 && <p className={css.none}>{none}</p>}
      {error !== undefined && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus size={14} />}
        disabled={value.length >= most}
        onClick={() => onChange([...value, blank])}
      >
        Add a {word}
      </Button>
    </div>
  )
}
