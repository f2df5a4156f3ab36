import { IconSitemap, IconUsers } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'people.directory',
    group: 'office',
    label: 'People and vendors',
    icon: IconUsers,
    path: '/people',
    ability: 'people.read',
    element: lazy(() => import('./PeoplePage.tsx').then((it) => ({ default: it.PeoplePage }))),
  },
  {
    id: 'people.departments',
    group: 'settings',
    label: 'Departments',
    icon: IconSitemap,
    path: '/settings/crew-departments',
    ability: 'office.settings',
    element: lazy(() => import('./CrewDepartmentsPage.tsx').then((it) => ({ default: it.CrewDepartmentsPage }))),
  },
  {
    id: 'people.crewList',
    group: 'record',
    label: 'Add a crew list',
    path: '/productions/$productionId/crew/list',
    ability: 'crew.edit',
    element: lazy(() => import('./CrewListPage.tsx').then((it) => ({ default: it.CrewListPage }))),
  },
  {
    id: 'people.person',
    group: 'record',
    label: 'Person',
    path: '/people/$personId',
    ability: 'people.read',
    element: lazy(() => import('./PersonPage.tsx').then((it) => ({ default: it.PersonPage }))),
  },
]
