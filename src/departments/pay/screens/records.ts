import { lazy } from 'react'
import type { RecordPart } from '../../../ui/recordParts.tsx'

export const parts: RecordPart[] = [
  {
    id: 'pay.rates',
    of: 'person',
    label: 'Rates',
    ability: 'pay.read',
    order: 10,
    element: lazy(() => import('./RatesPart.tsx').then((it) => ({ default: it.RatesPart }))),
  },
  {
    id: 'pay.rates',
    of: 'company',
    label: 'Rates',
    ability: 'pay.read',
    order: 10,
    element: lazy(() => import('./RatesPart.tsx').then((it) => ({ default: it.CompanyRatesPart }))),
  },
]
