import { IconBuildingStore, IconScale, IconTags } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'vendors.list',
    group: 'office',
    label: 'Vendors',
    icon: IconBuildingStore,
    path: '/vendors',
    ability: 'vendors.read',
    // Right after the directory they belong to.
    order: 3.5,
    element: lazy(() => import('./VendorsPage.tsx').then((it) => ({ default: it.VendorsPage }))),
  },
  {
    id: 'vendors.vendor',
    group: 'record',
    label: 'Vendor',
    path: '/vendors/$vendorId',
    ability: 'vendors.read',
    element: lazy(() => import('./VendorPage.tsx').then((it) => ({ default: it.VendorPage }))),
  },
  {
    id: 'vendors.categories',
    group: 'settings',
    label: 'Vendor categories',
    icon: IconTags,
    path: '/settings/vendor-categories',
    ability: 'vendors.settings',
    element: lazy(() => import('./CategoriesPage.tsx').then((it) => ({ default: it.CategoriesPage }))),
  },
  {
    id: 'vendors.quotes',
    group: 'get',
    label: 'Quotes',
    icon: IconScale,
    path: '/productions/$productionId/quotes',
    ability: 'quotes.read',
    element: lazy(() => import('./QuotesPage.tsx').then((it) => ({ default: it.QuotesPage }))),
  },
  {
    id: 'vendors.quote',
    group: 'record',
    label: 'Quote',
    path: '/productions/$productionId/quotes/$requestId',
    ability: 'quotes.read',
    element: lazy(() => import('./QuotePage.tsx').then((it) => ({ default: it.QuotePage }))),
  },
]
