import {
  IconArrowRight,
  IconAlertTriangle,
  IconCircleCheck,
  IconFileText,
  IconMail,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Change, Concern } from '../../../kernel/concern.ts'
import { Button } from '../../../ui/Button.tsx'
import { SeverityIcon } from '../../../ui/ConcernList.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { listed, plural } from '../../../ui/words.ts'
import { changesNothing, timeChanges } from '../previewText.rules.ts'
import css from './side.module.css'
import type { Pending } from './useArranging.ts'

function Section({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <section className={css.section}>
      <h3>
        {icon}
        {title}
      </h3>
      {children}
    </section>
  )
}

const Found = ({ of, mark }: { of: readonly Concern[]; mark: boolean }) => (
  <ul className={css.lists}>
    {of.map((concern) => (
      <li key={concern.key} className={css.found}>
        {mark && <SeverityIcon of={concern.severity} size={14} />}
        <b>{concern.message}</b>
        {concern.causes.map((cause) => (
          <span key={cause}>{cause}</span>
        ))}
      </li>
    ))}
  </ul>
)

/** More dates than this do not fit beside a name. */
const MOST_DAYS = 2

function Times({ changes }: { changes: readonly Change[] }) {
  const told = timeChanges(changes)
  if (told.people === 0) return null
  return (
    <Section
      icon={<IconUsers size={16} aria-hidden />}
      title={`Change times for ${plural(told.people, 'person', 'people')}`}
    >
      <table className={css.times}>
        <thead>
          <tr>
            <th scope="col">Out</th>
            {told.days.slice(0, MOST_DAYS).map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.rows.map((row) => (
            <tr key={row.name}>
              <td>{row.name}</td>
              {row.days.slice(0, MOST_DAYS).map(({ day, before, after }) => (
                <td key={day}>
                  {before !== null && <s>{before}</s>}
                  {after ?? (before === null ? '' : 'off')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {told.days.length > MOST_DAYS && (
        <p className={css.line}>and on {plural(told.days.length - MOST_DAYS, 'more day', 'more days')}</p>
      )}
    </Section>
  )
}

/** Sheets that are out and would have to go out again, each with those it would ask anew. */
function Reissue({ changes }: { changes: readonly Change[] }) {
  const sheets = Map.groupBy(
    changes.filter((change) => change.after !== null),
    (change) => change.label,
  )
  if (sheets.size === 0) return null
  return (
    <Section icon={<IconFileText size={16} aria-hidden />} title={`Re-issue ${plural(sheets.size, 'sheet')}`}>
      {[...sheets].map(([label, people]) => (
        <p key={label} className={css.line}>
          <span>{label}</span>
          <span>asks {listed(people.map((change) => change.after ?? ''))} again</span>
        </p>
      ))}
    </Section>
  )
}

export interface PreviewPanelProps {
  pending: Pending
  boardName: string
  onApply: () => void
  onCancel: () => void
}

/** What a move would do, as sentences that finish its heading. Nothing has happened yet. */
export function PreviewPanel({ pending, boardName, onApply, onCancel }: PreviewPanelProps) {
  const { problem, title, isAsking } = pending
  const preview = pending.preview
  return (
    <section className={css.sideTop} aria-label="Preview" aria-live="polite" aria-busy={isAsking}>
      <header className={css.sideHead}>
        <div className={css.label}>
          Preview<span>{isAsking ? 'Looking…' : 'Nothing is sent until you publish'}</span>
        </div>
        <h2>Moving {title} would…</h2>
      </header>
      {Boolean(problem) && <p className={css.quiet}>{problemOf(problem).detail ?? problemOf(problem).title}</p>}
      {!preview && !problem && <p className={css.quiet}>Looking at everything it touches…</p>}
      {preview && preview.clears.length > 0 && (
        <Section
          icon={<IconCircleCheck size={16} className={css.go} aria-hidden />}
          title={`Clear ${plural(preview.clears.length, 'concern')}`}
        >
          <Found of={preview.clears} mark={false} />
        </Section>
      )}
      {preview && preview.raises.length > 0 && (
        <Section
          icon={<IconAlertTriangle size={16} className={css.attention} aria-hidden />}
          title={`Raise ${plural(preview.raises.length, 'concern')}`}
        >
          <Found of={preview.raises} mark />
        </Section>
      )}
      {preview && <Times changes={preview.changes['schedule.people'] ?? []} />}
      {preview && <Reissue changes={preview.changes['reissue'] ?? []} />}
      {preview && preview.messages > 0 && (
        <Section icon={<IconMail size={16} aria-hidden />} title={`Send ${plural(preview.messages, 'message')}`} />
      )}
      {preview && changesNothing(preview) && (
        <p className={css.quiet}>…change nothing anybody would notice but the order.</p>
      )}
      <footer className={css.decide}>
        <Button kind="accent" onClick={onApply} icon={<IconArrowRight size={16} />}>
          Apply to {boardName}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <span>
          <Kbd>Enter</Kbd>
          <Kbd>Esc</Kbd>
        </span>
      </footer>
    </section>
  )
}
