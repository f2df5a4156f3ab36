import {
  IconBooks,
  IconCalendar,
  IconCoins,
  IconLayoutDashboard,
  IconMovie,
  IconReportAnalytics,
  IconSun,
  IconUsers,
} from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place, PlaceGroup, PlaceIcon } from '../places.ts'

const element = lazy(() => import('./Gallery.tsx').then(({ Gallery }) => ({ default: Gallery })))

const place = (group: PlaceGroup, label: string, path: string, icon?: PlaceIcon): Place => ({
  id: `gallery.${path}`,
  group,
  label,
  path: `/gallery${path}`,
  element,
  ...(icon && { icon }),
})

/** Every component on one page with invented content, for the eye: in development only. */
export const galleryPlaces: Place[] = [
  place('office', 'Today', '/today', IconSun),
  place('office', 'Productions', '/productions', IconMovie),
  place('office', 'Calendar', '/calendar', IconCalendar),
  place('office', 'People and vendors', '/people', IconUsers),
  place('office', 'Library', '/library', IconBooks),
  place('office', 'Money', '/money', IconCoins),
  place('office', 'Reports', '/reports', IconReportAnalytics),
  place('settings', 'Office', '/settings'),
  place('production', 'Overview', '/p/overview', IconLayoutDashboard),
  place('plan', 'Script', '/p/script'),
  place('plan', 'Breakdown', '/p/breakdown'),
  place('plan', 'Schedule', '/p/schedule'),
  place('get', 'Locations', '/p/locations'),
  place('shoot', 'Call sheets', '/p/callsheets'),
]
