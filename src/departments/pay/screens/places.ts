import { IconClockDollar } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'pay.tables',
    group: 'settings',
    label: 'Overtime tables',
    icon: IconClockDollar,
    path: '/settings/overtime-tables',
    ability: 'pay.settings',
    element: lazy(() => import('./settings/TablesPage.tsx').then((it) => ({ default: it.TablesPage }))),
  },
]
