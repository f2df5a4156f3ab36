import { lazy } from 'react'
import type { RecordPart } from '../../../ui/recordParts.tsx'

export const parts: RecordPart[] = [
  {
    id: 'papers.person',
    of: 'person',
    label: 'Papers',
    ability: 'people.read',
    order: 20,
    element: lazy(() => import('./PersonPapers.tsx').then((it) => ({ default: it.PersonPapers }))),
  },
]
