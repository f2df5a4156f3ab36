import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Place } from '../ui/places.ts'
import { Providers } from '../ui/Providers.tsx'
import { routerOf } from '../ui/router.tsx'
import { GalleryFrame } from '../ui/gallery/GalleryFrame.tsx'
import { galleryPlaces } from '../ui/gallery/gallery.places.ts'

const declared: Record<string, { places: Place[] }> = import.meta.glob('../departments/*/screens/places.ts', {
  eager: true,
})

export function start(root: HTMLElement | null) {
  if (!root) throw new Error('The page has no place for the app.')
  const places = [...Object.values(declared).flatMap((it) => it.places), ...galleryPlaces]
  const router = routerOf({ places, frame: GalleryFrame })
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  )
}
