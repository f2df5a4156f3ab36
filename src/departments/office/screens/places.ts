import {
  IconAdjustments,
  IconBuilding,
  IconClockHour4,
  IconHistory,
  IconKey,
  IconLayoutRows,
  IconLink,
  IconMailForward,
  IconMoodKid,
  IconPalette,
  IconStack2,
  IconSun,
  IconTags,
  IconUserCircle,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react'
import { lazy, type ComponentType } from 'react'
import type { Place, PlaceIcon } from '../../../ui/places.ts'

const settings = (
  id: string,
  label: string,
  icon: PlaceIcon,
  load: () => Promise<{ default: ComponentType }>,
  more: Pick<Place, 'ability' | 'order'>,
): Place => ({
  id: `office.${id}`,
  group: 'settings',
  label,
  icon,
  path: `/settings/${id}`,
  element: lazy(load),
  ...more,
})

const door = (id: string, label: string, path: string, load: () => Promise<{ default: ComponentType }>): Place => ({
  id: `office.${id}`,
  group: 'door',
  label,
  path,
  element: lazy(load),
})

export const places: Place[] = [
  {
    id: 'office.today',
    group: 'office',
    label: 'Today',
    icon: IconSun,
    path: '/',
    ability: 'office.today',
    element: lazy(() => import('./today/TodayPage.tsx').then((it) => ({ default: it.TodayPage }))),
  },
  {
    id: 'office.settings',
    group: 'record',
    label: 'Settings',
    path: '/settings',
    element: lazy(() => import('./settings/FirstSetting.tsx').then((it) => ({ default: it.FirstSetting }))),
  },
  settings(
    'account',
    'My account',
    IconUserCircle,
    () => import('./settings/AccountPage.tsx').then((it) => ({ default: it.AccountPage })),
    { order: 80 },
  ),
  settings(
    'appearance',
    'Appearance',
    IconPalette,
    () => import('./settings/AppearancePage.tsx').then((it) => ({ default: it.AppearancePage })),
    { order: 90 },
  ),
  settings(
    'office',
    'Office',
    IconBuilding,
    () => import('./settings/OfficePage.tsx').then((it) => ({ default: it.OfficePage })),
    { order: 10, ability: 'office.settings' },
  ),
  settings(
    'people',
    'People with access',
    IconUsersGroup,
    () => import('./settings/AccessPage.tsx').then((it) => ({ default: it.AccessPage })),
    { order: 20, ability: 'office.access' },
  ),
  settings(
    'roles',
    'Roles',
    IconAdjustments,
    () => import('./settings/RolesPage.tsx').then((it) => ({ default: it.RolesPage })),
    { order: 30, ability: 'office.read' },
  ),
  settings(
    'links',
    'Links',
    IconLink,
    () => import('./settings/LinksPage.tsx').then((it) => ({ default: it.LinksPage })),
    { order: 40, ability: 'office.links' },
  ),
  settings(
    'outbox',
    'Outbox',
    IconMailForward,
    () => import('./settings/OutboxPage.tsx').then((it) => ({ default: it.OutboxPage })),
    { order: 50, ability: 'office.outbox' },
  ),
  settings(
    'profiles',
    'Working time',
    IconClockHour4,
    () => import('./settings/ProfilesPage.tsx').then((it) => ({ default: it.ProfilesPage })),
    { order: 60, ability: 'office.read' },
  ),
  settings(
    'as-it-came',
    'As it came',
    IconHistory,
    () => import('./settings/ShippedPage.tsx').then((it) => ({ default: it.ShippedPage })),
    { order: 95, ability: 'office.read' },
  ),
  settings(
    'strips',
    'Strip colours',
    IconLayoutRows,
    () => import('./settings/StripsPage.tsx').then((it) => ({ default: it.StripsPage })),
    { order: 66, ability: 'office.read' },
  ),
  settings(
    'revisions',
    'Revision colours',
    IconStack2,
    () => import('./settings/RevisionsPage.tsx').then((it) => ({ default: it.RevisionsPage })),
    { order: 68, ability: 'office.read' },
  ),
  settings(
    'categories',
    'Breakdown',
    IconTags,
    () => import('./settings/CategoriesPage.tsx').then((it) => ({ default: it.CategoriesPage })),
    { order: 70, ability: 'office.read' },
  ),
  settings(
    'minors',
    'Minors’ hours',
    IconMoodKid,
    () => import('./settings/MinorsPage.tsx').then((it) => ({ default: it.MinorsPage })),
    { order: 62, ability: 'office.read' },
  ),
  settings(
    'tokens',
    'API tokens',
    IconKey,
    () => import('./settings/TokensPage.tsx').then((it) => ({ default: it.TokensPage })),
    { order: 85 },
  ),
  settings(
    'webhooks',
    'Webhooks',
    IconWebhook,
    () => import('./settings/WebhooksPage.tsx').then((it) => ({ default: it.WebhooksPage })),
    { order: 86, ability: 'office.webhooks' },
  ),
  door('sign-in', 'Sign in', '/sign-in', () =>
    import('./door/SignInPage.tsx').then((it) => ({ default: it.SignInPage })),
  ),
  door('forgot', 'A new password', '/forgot', () =>
    import('./door/PasswordPages.tsx').then((it) => ({ default: it.ForgotPage })),
  ),
  door('new-password', 'Choose a new password', '/new-password', () =>
    import('./door/PasswordPages.tsx').then((it) => ({ default: it.NewPasswordPage })),
  ),
  door('welcome', 'Welcome', '/welcome/$token', () =>
    import('./door/ArrivalPages.tsx').then((it) => ({ default: it.WelcomePage })),
  ),
  door('invitation', 'Invitation', '/invitation/$token', () =>
    import('./door/ArrivalPages.tsx').then((it) => ({ default: it.InvitationPage })),
  ),
]
