import {
  IconBellRinging,
  IconFileCertificate,
  IconFileText,
  IconRosetteDiscountCheck,
  IconWritingSign,
} from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'agreements.list',
    group: 'paper',
    label: 'Agreements and releases',
    icon: IconWritingSign,
    path: '/productions/$productionId/agreements',
    ability: 'agreements.read',
    element: lazy(() => import('./AgreementsPage.tsx').then((it) => ({ default: it.AgreementsPage }))),
  },
  {
    id: 'agreements.templates',
    group: 'settings',
    label: 'Paper templates',
    icon: IconFileText,
    path: '/settings/paper-templates',
    ability: 'agreements.templates',
    order: 60,
    element: lazy(() => import('./TemplatesPage.tsx').then((it) => ({ default: it.TemplatesPage }))),
  },
  {
    id: 'agreements.rules',
    group: 'settings',
    label: 'Paper rules',
    icon: IconBellRinging,
    path: '/settings/paper-rules',
    ability: 'agreements.templates',
    order: 61,
    element: lazy(() => import('./PaperRulesPage.tsx').then((it) => ({ default: it.PaperRulesPage }))),
  },
  {
    id: 'agreements.seal',
    group: 'settings',
    label: 'Seal',
    icon: IconRosetteDiscountCheck,
    path: '/settings/seal',
    ability: 'agreements.seal',
    order: 64,
    element: lazy(() => import('./SealPage.tsx').then((it) => ({ default: it.SealPage }))),
  },
  {
    id: 'agreements.verify',
    group: 'settings',
    label: 'Verify a paper',
    icon: IconFileCertificate,
    path: '/settings/verify-paper',
    order: 65,
    element: lazy(() => import('./VerifyPage.tsx').then((it) => ({ default: it.VerifyPage }))),
  },
]
