import { lazy } from 'react'
import type { RecordPart } from '../../../ui/recordParts.tsx'

export const parts: RecordPart[] = [
  {
    id: 'people.private_notes',
    of: 'person',
    label: 'Private notes',
    ability: 'people.read',
    order: 90,
    element: lazy(() => import('./PrivateNotesPart.tsx').then((it) => ({ default: it.PersonNotes }))),
  },
  {
    id: 'people.private_notes',
    of: 'company',
    label: 'Private notes',
    ability: 'people.read',
    order: 90,
    element: lazy(() => import('./PrivateNotesPart.tsx').then((it) => ({ default: it.CompanyNotes }))),
  },
]
