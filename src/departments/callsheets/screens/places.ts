import { IconFileText, IconFileTime } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'callsheets.list',
    group: 'shoot',
    label: 'Call sheets',
    icon: IconFileText,
    path: '/productions/$productionId/callsheets',
    ability: 'callsheets.read',
    element: lazy(() => import('./SheetListPage.tsx').then((it) => ({ default: it.SheetListPage }))),
  },
  {
    id: 'callsheets.sheet',
    group: 'record',
    label: 'Call sheet',
    path: '/productions/$productionId/callsheets/$callSheetId',
    ability: 'callsheets.read',
    element: lazy(() => import('./SheetPage.tsx').then((it) => ({ default: it.SheetPage }))),
  },
  {
    id: 'callsheets.distribution',
    group: 'record',
    label: 'Who has it',
    path: '/productions/$productionId/callsheets/$callSheetId/distribution',
    ability: 'callsheets.read',
    element: lazy(() => import('./DistributionPage.tsx').then((it) => ({ default: it.DistributionPage }))),
  },
  {
    id: 'callsheets.rules',
    group: 'settings',
    label: 'Call sheets',
    icon: IconFileTime,
    path: '/settings/call-sheets',
    ability: 'office.read',
    element: lazy(() => import('./settings/SheetRulesPage.tsx').then((it) => ({ default: it.SheetRulesPage }))),
  },
]
