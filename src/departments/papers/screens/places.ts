import { IconChecklist } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'papers.matrix',
    group: 'paper',
    label: 'Papers of the crew',
    icon: IconChecklist,
    path: '/productions/$productionId/papers',
    ability: 'papers.read',
    element: lazy(() => import('./PapersPage.tsx').then((it) => ({ default: it.PapersPage }))),
  },
  {
    id: 'papers.rules',
    group: 'settings',
    label: 'Required papers',
    icon: IconChecklist,
    path: '/settings/papers',
    order: 59,
    ability: 'papers.rules',
    element: lazy(() => import('./RulesPage.tsx').then((it) => ({ default: it.RulesPage }))),
  },
]
