import { IconClockHour4 } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'timesheets.days',
    group: 'money',
    label: 'Timesheets',
    icon: IconClockHour4,
    path: '/productions/$productionId/timesheets',
    ability: 'timesheets.read',
    element: lazy(() => import('./TimesheetsPage.tsx').then((it) => ({ default: it.TimesheetsPage }))),
  },
]
