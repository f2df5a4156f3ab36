import { IconMasksTheater, IconMicrophone2 } from '@tabler/icons-react'
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
  {
    id: 'casting.rules',
    group: 'settings',
    label: 'Casting',
    icon: IconMicrophone2,
    path: '/settings/casting',
    ability: 'office.read',
    order: 59.5,
    element: lazy(() => import('./settings/CastingRulesPage.tsx').then((it) => ({ default: it.CastingRulesPage }))),
  },
]
