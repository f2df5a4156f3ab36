import { IconBook2, IconBooks, IconFiles, IconFileShredder } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'documents.library',
    group: 'office',
    label: 'Library',
    icon: IconBooks,
    path: '/library',
    ability: 'documents.library',
    element: lazy(() => import('./LibraryPage.tsx').then((it) => ({ default: it.LibraryPage }))),
  },
  {
    id: 'documents.list',
    group: 'paper',
    label: 'Documents',
    icon: IconFiles,
    path: '/productions/$productionId/documents',
    ability: 'documents.read',
    element: lazy(() => import('./DocumentsPage.tsx').then((it) => ({ default: it.DocumentsPage }))),
  },
  {
    id: 'documents.one',
    group: 'record',
    label: 'Document',
    path: '/productions/$productionId/documents/$documentId',
    ability: 'documents.read',
    element: lazy(() => import('./ViewerPage.tsx').then((it) => ({ default: it.ViewerPage }))),
  },
  {
    id: 'documents.binder',
    group: 'paper',
    label: 'Binder',
    icon: IconBook2,
    path: '/productions/$productionId/binder',
    ability: 'binder.build',
    element: lazy(() => import('./BinderPage.tsx').then((it) => ({ default: it.BinderPage }))),
  },
  {
    id: 'documents.classes',
    group: 'settings',
    label: 'Document classes',
    icon: IconFileShredder,
    path: '/settings/document-classes',
    ability: 'office.settings',
    order: 65,
    element: lazy(() => import('./ClassesPage.tsx').then((it) => ({ default: it.ClassesPage }))),
  },
]
