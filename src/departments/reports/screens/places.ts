import { IconCalendar, IconReportAnalytics } from '@tabler/icons-react'
import { lazy } from 'react'
import type { Place } from '../../../ui/places.ts'

export const places: Place[] = [
  {
    id: 'reports.officeCalendar',
    group: 'office',
    label: 'Calendar',
    icon: IconCalendar,
    path: '/calendar',
    ability: 'productions.list',
    element: lazy(() => import('./OfficeCalendarPage.tsx').then((it) => ({ default: it.OfficeCalendarPage }))),
  },
  {
    id: 'reports.calendar',
    group: 'plan',
    label: 'Calendar',
    icon: IconCalendar,
    path: '/productions/$productionId/calendar',
    ability: 'schedule.read',
    element: lazy(() => import('./CalendarPage.tsx').then((it) => ({ default: it.CalendarPage }))),
  },
  {
    id: 'reports.hub',
    group: 'paper',
    label: 'Reports',
    icon: IconReportAnalytics,
    path: '/productions/$productionId/reports',
    ability: 'reports.read',
    element: lazy(() => import('./ReportsPage.tsx').then((it) => ({ default: it.ReportsPage }))),
  },
  {
    id: 'reports.report',
    group: 'record',
    label: 'Report',
    path: '/productions/$productionId/reports/$report',
    ability: 'reports.read',
    element: lazy(() => import('./ReportPage.tsx').then((it) => ({ default: it.ReportPage }))),
  },
]
