import { IconLayoutDashboard, IconMovie } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'productions.list',
    group: 'office',
    label: 'Productions',
    icon: IconMovie,
    path: '/productions',
    ability: 'productions.list',
    element: lazy(() => import('./ProductionsPage.tsx').then((it) => ({ default: it.ProductionsPage }))),
  },
  {
    id: 'productions.overview',
    group: 'production',
    label: 'Overview',
    icon: IconLayoutDashboard,
    path: '/productions/$productionId',
    ability: 'production.read',
    element: lazy(() => import('./OverviewPage.tsx').then((it) => ({ default: it.OverviewPage }))),
  },
  {
    id: 'productions.settings',
    group: 'record',
    label: 'Production settings',
    path: '/productions/$productionId/settings',
    ability: 'production.edit',
    element: lazy(() => import('./ProductionSettingsPage.tsx').then((it) => ({ default: it.ProductionSettingsPage }))),
  },
]
