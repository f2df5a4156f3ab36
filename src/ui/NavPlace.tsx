import { IconPoint } from '@tabler/icons-react'
import { classes } from './classes.ts'
import { Go } from './Go.tsx'
import css from './Nav.module.css'
import { hrefOf } from './navigation.ts'
import type { Place } from './places.ts'

interface NavPlaceProps {
  place: Place
  here: boolean
  rail: boolean
  params?: Record<string, string>
  count?: number | undefined
  /** A place of a group stands under it, without an icon. */
  sub?: boolean
}

export function NavPlace({ place, here, rail, params = {}, count, sub = false }: NavPlaceProps) {
  const Icon = place.icon ?? IconPoint
  return (
    <Go
      to={hrefOf(place.path, params)}
      className={classes(css.place, sub && !rail && css.sub)}
      {...(here && { 'aria-current': 'page' as const })}
      {...(rail && { title: place.label, 'aria-label': place.label })}
    >
      {(!sub || rail) && <Icon size={16} aria-hidden />}
      {!rail && <span className={css.label}>{place.label}</span>}
      {!rail && count !== undefined && count > 0 && <span className={css.count}>{count}</span>}
    </Go>
  )
}
