import { IconLayoutRows } from '@tabler/icons-react'
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
]
