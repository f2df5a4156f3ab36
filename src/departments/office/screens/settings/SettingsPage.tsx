import type { ReactNode } from 'react'
import { useAsk } from '../../../../client/react.ts'
import { usePath } from '../../../../ui/address.ts'
import { Go } from '../../../../ui/Go.tsx'
import { navigationOf } from '../../../../ui/navigation.ts'
import { Page, type PageProps } from '../../../../ui/Page.tsx'
import { getMe } from '../../office.contract.ts'
import { places } from '../places.ts'
import css from './SettingsPage.module.css'

const nowhere: ReadonlySet<string> = new Set()

/** One page of the settings beside the list of the others this person may open. */
export function SettingsPage({
  children,
  ...page
}: Omit<PageProps, 'head' | 'width' | 'children'> & { children: ReactNode }) {
  const me = useAsk(getMe)
  const path = usePath()
  const { settings } = navigationOf(places, { office: new Set(me.data?.abilities), production: nowhere })
  return (
    <Page {...page} head="large" width="flush">
      <div className={css.layout}>
        <nav className={css.nav} aria-label="Settings">
          {settings.map(({ id, label, path: to, icon: Icon }) => (
            <Go key={id} to={to} {...(path === to && { 'aria-current': 'page' as const })}>
              {Icon && <Icon size={16} aria-hidden />}
              {label}
            </Go>
          ))}
        </nav>
        <div className={css.content}>{children}</div>
      </div>
    </Page>
  )
}
