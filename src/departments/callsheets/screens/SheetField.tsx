import { useState } from 'react'
import { dayClockOf, durationText, minuteOf } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { TimeField } from '../../../ui/TimeField.tsx'
import { Why, type WhyPart } from '../../../ui/Why.tsx'
import type { Timed, Worded } from '../callsheet.view.ts'
import { timedText, timeText } from '../sheetText.rules.ts'
import css from './Sheet.module.css'
import field from './SheetField.module.css'
import { useEditing } from './useSheetEditing.ts'

function partsOf(timed: Timed, hourCycle: 'h23' | 'h12'): WhyPart[] {
  return timed.parts.map((part) => ({
    label: part.label,
    value:
      part.minutes === null
        ? timeText(part.at, hourCycle)
        : `${part.minutes > 0 ? '+' : ''}${durationText(part.minutes)}`,
    ...(part.source !== null && { source: part.source }),
  }))
}

/** A time of the sheet: press it to see where it comes from, to put another in its place, or to go back. */
export function TimedField({ of, label, strong = false }: { of: Timed; label: string; strong?: boolean }) {
  const { sheet, mayEdit } = useEditing()
  const { hourCycle } = sheet.view
  const none = of.minutes === null && of.word === null
  // The rule adds nothing up: there is none that day. Else a part of the sum is not known yet.
  const missing = none && of.parts.length > 0
  return (
    <Why
      title={`${label}: ${of.rule.charAt(0).toLowerCase()}${of.rule.slice(1)}`}
      parts={partsOf(of, hourCycle)}
      {...(of.computed !== null && { total: timeText(of.computed, hourCycle) })}
      actions={<TimedActions of={of} label={label} mayEdit={mayEdit} hourCycle={hourCycle} />}
    >
      <span
        className={classes(
          css.time,
          strong && css.strong,
          of.override !== null && css.overridden,
          missing && css.missing,
        )}
      >
        {missing ? 'no time' : none ? 'none' : timedText(of, hourCycle)}
        {of.was !== null && <s className={css.was}>{timeText(of.was, hourCycle)}</s>}
      </span>
    </Why>
  )
}

interface ActionsProps {
  of: Timed
  label: string
  mayEdit: boolean
  hourCycle: 'h23' | 'h12'
}

function TimedActions({ of, label, mayEdit, hourCycle }: ActionsProps) {
  const { override, revert } = useEditing()
  const [value, setValue] = useState<string | null>(of.minutes === null ? null : dayClockOf(of.minutes))
  const takesWords = /^person\..*\.call$/.test(of.key)
  return (
    <div className={field.whyFoot}>
      {of.override !== null && (
        <p className={field.note}>
          {of.override.by} put {timedText(of, hourCycle)} in place of {timeText(of.computed, hourCycle)}.
        </p>
      )}
      {mayEdit && (
        <>
          <div className={field.inline}>
            <TimeField label={`${label}, another time`} hideLabel value={value} onChange={setValue} />
            <Button
              size="small"
              disabled={value === null}
              onClick={() => value !== null && override(of.key, label, minuteOf(value))}
            >
              Use this
            </Button>
            {of.override !== null && (
              <Button size="small" onClick={() => revert(of.key, label)}>
                Back to {timeText(of.computed, hourCycle)}
              </Button>
            )}
          </div>
          {takesWords && (
            <div className={field.inline}>
              <Button size="small" kind="quiet" onClick={() => override(of.key, label, 'on_call')}>
                On call
              </Button>
              <Button size="small" kind="quiet" onClick={() => override(of.key, label, 'will_notify')}>
                Will notify
              </Button>
              <Button size="small" kind="quiet" onClick={() => override(of.key, label, 'per_hod')}>
                Per HOD
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}

/** A line of words with its source; another can stand there for this sheet. */
export function WordedField({ of, label, empty }: { of: Worded; label: string; empty: string }) {
  const { mayEdit, override, revert } = useEditing()
  const [text, setText] = useState(of.text)
  return (
    <Why
      title={label}
      parts={[{ label: of.computed === '' ? 'Nothing by itself' : of.computed, value: '', source: of.source }]}
      actions={
        mayEdit && (
          <div className={field.inline}>
            <TextField label={label} hideLabel value={text} onChange={setText} />
            <Button size="small" disabled={text === of.text} onClick={() => override(of.key, label, text)}>
              Use this
            </Button>
            {of.override !== null && (
              <Button size="small" onClick={() => revert(of.key, label)}>
                Back
              </Button>
            )}
          </div>
        )
      }
    >
      <span className={classes(of.override !== null && css.overridden, of.text === '' && css.quiet)}>
        {of.text || empty}
      </span>
    </Why>
  )
}
