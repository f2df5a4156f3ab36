import type { ComponentType, LazyExoticComponent } from 'react'

/** Where a place stands in the navigation; the last three are not in it. */
export type PlaceGroup =
  | 'office'
  | 'settings'
  | 'production'
  | 'plan'
  | 'get'
  | 'shoot'
  | 'money'
  | 'post'
  | 'paper'
  /** A page inside the shell that is reached from another page: one call sheet, one person. */
  | 'record'
  /** A page with no shell, for somebody who signs in. */
  | 'door'
  /** A page with no shell, for somebody outside who holds a link. */
  | 'outside'

export type PlaceIcon = ComponentType<{
  size?: number | string
  stroke?: number | string
  className?: string | undefined
  'aria-hidden'?: boolean
}>

/**
 * One screen and where it is found. A department exports `places: Place[]` from `screens/places.ts`; the web app collects
 * them, so a place appears in the navigation when its department is there.
 *
 * Paths name their parameters with a dollar: `/productions/$productionId/schedule`. Screens read them with `useParam`.
 */
export interface Place {
  /** Stable, unique: `schedule.board`. */
  id: string
  group: PlaceGroup
  label: string
  icon?: PlaceIcon
  path: string
  /** Shown only to those who have it: an office ability, or inside a production an ability there. Absent: to all. */
  ability?: string
  /** Only for a place the product's own order (navigation.ts) does not name. */
  order?: number
  /** Fold the navigation to a rail while this place is open: pictures need the room. */
  rail?: boolean
  element: LazyExoticComponent<ComponentType>
}
