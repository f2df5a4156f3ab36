import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type AnyRoute,
  type RouterHistory,
} from '@tanstack/react-router'
import { Suspense, type ComponentType, type ReactNode } from 'react'
import { usePath } from './address.ts'
import { MissingState } from './DeniedState.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FailedState } from './FailedState.tsx'
import { readSearch, writeSearch } from './href.ts'
import { Loading } from './Loaded.tsx'
import type { Place } from './places.ts'
import css from './State.module.css'

interface RouterOptions {
  places: readonly Place[]
  /** What stands around every page of somebody who is signed in. */
  frame: ComponentType<{ children: ReactNode }>
  history?: RouterHistory
}

const isBare = ({ group }: Place) => group === 'door' || group === 'outside'

/** A screen of its own chunk; the navigation stays while it arrives, and stays when it fails. */
function Screen({ place: { element: Element } }: { place: Place }) {
  const path = usePath()
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense
        fallback={
          <div className={css.arriving}>
            <Loading />
          </div>
        }
      >
        <Element />
      </Suspense>
    </ErrorBoundary>
  )
}

const routeOf = (parent: AnyRoute, place: Place) =>
  createRoute({ getParentRoute: () => parent, path: place.path, component: () => <Screen place={place} /> })

/** The routes of every department's places, inside the frame or bare. The search part of an address is plain text. */
export function routerOf({ places, frame: Frame, history }: RouterOptions) {
  const missing = () => (
    <main id="page">
      <MissingState />
    </main>
  )
  const root = createRootRoute({ component: Outlet, notFoundComponent: missing, errorComponent: Fault })
  const framed = createRoute({
    getParentRoute: () => root,
    id: 'framed',
    component: () => (
      <Frame>
        <Outlet />
      </Frame>
    ),
    notFoundComponent: missing,
  })
  const inside = places.filter((place) => !isBare(place)).map((place) => routeOf(framed, place))
  const elsewhere = createRoute({ getParentRoute: () => framed, path: '$', component: missing })
  const bare = places.filter(isBare).map((place) => routeOf(root, place))
  return createRouter({
    routeTree: root.addChildren([framed.addChildren([...inside, elsewhere]), ...bare]),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: false,
    scrollRestoration: true,
    ...(history && { history }),
  })
}

const Fault = ({ error }: { error: unknown }) => <FailedState problem={error} onRetry={() => location.reload()} />
