import css from './Activity.module.css'
import { MomentText } from './DateText.tsx'

export interface ActivityEntry {
  id: string
  at: string
  who: string
  /** In the past tense, ready to follow the name: *moved scene 12 to day 3*. */
  did: string
  changes?: readonly { field: string; before: string; after: string }[]
}

/** What happened to a record, newest first: who, when, and every field that changed. */
export function Activity({ entries }: { entries: readonly ActivityEntry[] }) {
  return (
    <ol className={css.list}>
      {entries.map(({ id, at, who, did, changes = [] }) => (
        <li key={id}>
          <span className={css.at}>
            <MomentText at={at} />
          </span>
          <div>
            <b>{who}</b> {did}
            {changes.map(({ field, before, after }) => (
              <p key={field} className={css.changes}>
                {field} {before !== '' && <s>{before}</s>} {after === '' ? 'taken out' : after}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}
