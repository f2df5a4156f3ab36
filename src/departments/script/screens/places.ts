import { IconFileText, IconTags } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'script.script',
    group: 'plan',
    label: 'Script',
    icon: IconFileText,
    path: '/productions/$productionId/script',
    ability: 'script.read',
    element: lazy(() => import('./ScriptPage.tsx').then((it) => ({ default: it.ScriptPage }))),
  },
  {
    id: 'script.import',
    group: 'record',
    label: 'Import',
    path: '/productions/$productionId/script/imports/$draftId',
    ability: 'script.edit',
    element: lazy(() => import('./ImportPage.tsx').then((it) => ({ default: it.ImportPage }))),
  },
  {
    id: 'script.changes',
    group: 'record',
    label: 'What changed',
    path: '/productions/$productionId/script/drafts/$draftId',
    ability: 'script.read',
    element: lazy(() => import('./ChangesPage.tsx').then((it) => ({ default: it.ChangesPage }))),
  },
  {
    id: 'script.breakdown',
    group: 'plan',
    label: 'Breakdown',
    icon: IconTags,
    path: '/productions/$productionId/breakdown',
    ability: 'script.read',
    element: lazy(() => import('./BreakdownPage.tsx').then((it) => ({ default: it.BreakdownPage }))),
  },
  {
    id: 'script.elements',
    group: 'record',
    label: 'Elements',
    path: '/productions/$productionId/breakdown/elements',
    ability: 'script.read',
    element: lazy(() => import('./ElementsPage.tsx').then((it) => ({ default: it.ElementsPage }))),
  },
]
