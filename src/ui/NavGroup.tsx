import {
  IconChevronDown,
  IconChevronRight,
  IconClipboardList,
  IconCut,
  IconFolder,
  IconReceipt,
  IconUsersPlus,
  IconVideo,
} from '@tabler/icons-react'
import { useState } from 'react'
import { classes } from './classes.ts'
import css from './Nav.module.css'
import { NavPlace } from './NavPlace.tsx'
import type { Navigation, ProductionGroup } from './navigation.ts'

const icons: Record<ProductionGroup, typeof IconFolder> = {
  plan: IconClipboardList,
  get: IconUsersPlus,
  shoot: IconVideo,
  money: IconReceipt,
  post: IconCut,
  paper: IconFolder,
}

interface NavGroupProps {
  of: Navigation['groups'][number]
  here: string | undefined
  rail: boolean
  params: Record<string, string>
  counts: Readonly<Record<string, number | undefined>>
}

/** A group of the production's places. The one that is open unfolds; the rest as the person leaves them. */
export function NavGroup({ of: { group, label, places }, here, rail, params, counts }: NavGroupProps) {
  const holdsHere = places.some((it) => it.id === here)
  const [wanted, setWanted] = useState<boolean>()
  const open = rail || (wanted ?? (holdsHere || group === 'plan'))
  const Icon = icons[group]
  const sum = places.reduce((total, it) => total + (counts[it.id] ?? 0), 0)
  return (
    <div role="group" aria-label={label}>
      {!rail && (
        <button
          type="button"
          className={classes(css.place, open && css.opened)}
          aria-expanded={open}
          onClick={() => setWanted(!open)}
        >
          <Icon size={16} aria-hidden />
          {label}
          {!open && sum > 0 && <span className={css.count}>{sum}</span>}
          <span className={css.chevron}>{open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}</span>
        </button>
      )}
      {open &&
        places.map((place) => (
          <NavPlace
            key={place.id}
            place={place}
            here={here === place.id}
            rail={rail}
            params={params}
            count={counts[place.id]}
            sub
          />
        ))}
    </div>
  )
}
