import { lazy } from 'react'
import type { RecordPart } from '../../../ui/recordParts.tsx'

export const parts: RecordPart[] = [
  {
    id: 'casting.exclusivities',
    of: 'person',
    label: 'Exclusivity',
    ability: 'people.read',
    order: 45,
    element: lazy(() => import('./ExclusivityPart.tsx').then((it) => ({ default: it.ExclusivityPart }))),
  },
]
