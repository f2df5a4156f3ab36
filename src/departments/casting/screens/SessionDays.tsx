import { clockOf } from '../../../kernel/time.ts'
import { formatDay } from '../../../ui/dates.ts'
import { Segmented } from '../../../ui/Tabs.tsx'
import { useEndReached } from '../../../ui/useEndReached.ts'
import type { Role } from '../role.contract.ts'
import type { SessionLine } from '../session.contract.ts'
import css from './Casting.module.css'
import own from './Sessions.module.css'

interface SessionDaysProps {
  items: readonly SessionLine[]
  roles: readonly Role[]
  current: string | undefined
  show: 'coming' | 'past'
  onShow: (next: 'coming' | 'past') => void
  onOpen: (id: string) => void
  /** The end of the list came into view. */
  onEnd: (() => void) | undefined
}

/** The casting days of a production, each with how full it is. */
export function SessionDays({ items, roles, current, show, onShow, onOpen, onEnd }: SessionDaysProps) {
  const end = useEndReached(onEnd)
  return (
    <nav className={css.list} aria-label="Casting days">
      <div className={own.which}>
        <Segmented
          label="Which days"
          value={show}
          options={[
            { value: 'coming', label: 'Coming' },
            { value: 'past', label: 'Past' },
          ]}
          onChange={onShow}
        />
      </div>
      {items.length === 0 && (
        <p className={own.nothing}>{show === 'coming' ? 'No day is ahead.' : 'No day is over yet.'}</p>
      )}
      {items.map((it) => (
        <button
          key={it.id}
          type="button"
          className={own.day}
          aria-current={it.id === current}
          onClick={() => onOpen(it.id)}
        >
          <b>
            {formatDay(it.onDate)}, {clockOf(it.fromMinute)}
          </b>
          <span className={css.number}>
            {it.taken} of {it.seats}
          </span>
          <small>
            {roles.find(({ id }) => id === it.roleId)?.name ?? 'A role put away'}, {it.kind}
            {it.waiting > 0 && `, ${it.waiting} waiting`}
          </small>
        </button>
      ))}
      <div ref={end} />
    </nav>
  )
}
