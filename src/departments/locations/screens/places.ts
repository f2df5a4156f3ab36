import { IconMapPin } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'locations.list',
    group: 'get',
    label: 'Locations',
    icon: IconMapPin,
    path: '/productions/$productionId/locations',
    ability: 'locations.read',
    element: lazy(() => import('./LocationsPage.tsx').then((it) => ({ default: it.LocationsPage }))),
  },
]
