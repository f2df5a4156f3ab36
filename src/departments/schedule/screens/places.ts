import { IconGauge, IconLayoutList, IconLayoutRows } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'schedule.board',
    group: 'plan',
    label: 'Schedule',
    icon: IconLayoutRows,
    path: '/productions/$productionId/schedule',
    ability: 'schedule.read',
    element: lazy(() => import('./BoardPage.tsx').then((it) => ({ default: it.BoardPage }))),
  },
  {
    id: 'schedule.rules',
    group: 'settings',
    label: 'Schedules',
    icon: IconGauge,
    path: '/settings/schedules',
    ability: 'office.read',
    order: 66,
    element: lazy(() => import('./settings/ScheduleRulesPage.tsx').then((it) => ({ default: it.ScheduleRulesPage }))),
  },
  {
    id: 'schedule.layouts',
    group: 'settings',
    label: 'Strip layouts',
    icon: IconLayoutList,
    path: '/settings/strip-layouts',
    ability: 'office.read',
    order: 67,
    element: lazy(() => import('./settings/LayoutsPage.tsx').then((it) => ({ default: it.LayoutsPage }))),
  },
]
