import { IconUsersGroup } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'bookings.crew',
    group: 'get',
    label: 'Crew and bookings',
    icon: IconUsersGroup,
    path: '/productions/$productionId/crew',
    ability: 'crew.read',
    element: lazy(() => import('./CrewPage.tsx').then((it) => ({ default: it.CrewPage }))),
  },
]
