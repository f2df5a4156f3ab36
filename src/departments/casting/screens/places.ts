import { IconMasksTheater } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'casting.roles',
    group: 'get',
    label: 'Casting',
    icon: IconMasksTheater,
    path: '/productions/$productionId/casting',
    ability: 'casting.read',
    element: lazy(() => import('./CastingPage.tsx').then((it) => ({ default: it.CastingPage }))),
  },
]
