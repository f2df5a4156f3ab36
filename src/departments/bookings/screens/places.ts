import { IconCalendarUser, IconListNumbers, IconUsersGroup } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'bookings.timeline',
    group: 'office',
    label: 'Bookings',
    icon: IconCalendarUser,
    path: '/bookings',
    ability: 'bookings.timeline',
    order: 3.5,
    element: lazy(() => import('./timeline/TimelinePage.tsx').then((it) => ({ default: it.TimelinePage }))),
  },
  {
    id: 'bookings.rooms',
    group: 'record',
    label: 'Rooms and vehicles',
    path: '/bookings/rooms',
    ability: 'bookings.timeline',
    element: lazy(() => import('./things/ThingsPage.tsx').then((it) => ({ default: it.ThingsPage }))),
  },
  {
    id: 'bookings.crew',
    group: 'get',
    label: 'Crew and bookings',
    icon: IconUsersGroup,
    path: '/productions/$productionId/crew',
    ability: 'crew.read',
    element: lazy(() => import('./CrewPage.tsx').then((it) => ({ default: it.CrewPage }))),
  },
  {
    id: 'bookings.rules',
    group: 'settings',
    label: 'Booking rules',
    icon: IconListNumbers,
    path: '/settings/booking-rules',
    ability: 'office.read',
    order: 58,
    element: lazy(() => import('./settings/BookingRulesPage.tsx').then((it) => ({ default: it.BookingRulesPage }))),
  },
]
