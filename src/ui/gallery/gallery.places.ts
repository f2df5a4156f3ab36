import { lazy } from 'react'
import type { Place } from '../places.ts'

/** Every component on one page with invented content, for the eye: in development only. */
export const galleryPlaces: Place[] = [
  {
    id: 'gallery',
    group: 'door',
    label: 'Gallery',
    path: '/gallery',
    element: lazy(() => import('./Gallery.tsx').then(({ Gallery }) => ({ default: Gallery }))),
  },
]
