import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../client/react.ts'
import { frameOf } from '../departments/office/screens/Frame.tsx'
import type { Place } from '../ui/places.ts'
import { Providers } from '../ui/Providers.tsx'
import { RecordParts, type RecordPart } from '../ui/recordParts.tsx'
import { routerOf } from '../ui/router.tsx'
import { followNewVersions } from './newVersion.ts'

/** Every department's `screens/places.ts`: a department's places appear when its folder does. */
const declared: Record<string, { places: Place[] }> = import.meta.glob('../departments/*/screens/places.ts', {
  eager: true,
})

/** Every department's `screens/records.ts`: what it adds to the page of a person or a company. */
const records: Record<string, { parts: RecordPart[] }> = import.meta.glob('../departments/*/screens/records.ts', {
  eager: true,
})

/** The gallery of components stands at `/gallery` while the app is developed; it is not built. */
const gallery = import.meta.env.DEV ? (await import('../ui/gallery/gallery.places.ts')).galleryPlaces : []

export function start(root: HTMLElement | null) {
  if (!root) throw new Error('The page has no place for the app.')
  const places = [...Object.values(declared).flatMap((it) => it.places), ...gallery]
  followNewVersions()
  const router = routerOf({ places, frame: frameOf(places) })
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Providers>
          <RecordParts parts={Object.values(records).flatMap((it) => it.parts)}>
            <RouterProvider router={router} />
          </RecordParts>
        </Providers>
      </QueryClientProvider>
    </StrictMode>,
  )
}
