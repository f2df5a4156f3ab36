import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react'
import { IconHistory } from '@tabler/icons-react'
import { usePath } from './address.ts'
import { ButtonLink } from './Button.tsx'
import { classes } from './classes.ts'
import { Go } from './Go.tsx'
import { settingsByShelf } from './navigation.ts'
import { Page, type PageProps } from './Page.tsx'
import type { Place } from './places.ts'
import css from './SettingsPage.module.css'

/** The settings this person may open, of every department; the shell fills it. */
export const SettingsPlaces = createContext<readonly Place[]>([])

interface SettingsPageProps extends Omit<PageProps, 'head' | 'width' | 'children'> {
  /** Tables of many columns take the whole width. */
  wide?: boolean
  /** The list that came with rows in it: leads to what differs, and back. */
  shipped?: string
  children: ReactNode
}

/** One page of the settings beside the list of the others this person may open. */
export function SettingsPage({ children, wide = false, shipped, ...page }: SettingsPageProps) {
  const settings = useContext(SettingsPlaces)
  const path = usePath()
  const list = useRef<HTMLElement>(null)
  // On a phone the list is one line that slides: where one is must be in sight. Not by `scrollIntoView`, which takes the
  // Tab key along, so that it would begin past everything that stands before.
  useEffect(() => {
    const line = list.current
    const here = line?.querySelector('[aria-current]')?.getBoundingClientRect()
    if (line && here)
      line.scrollLeft += here.left - line.getBoundingClientRect().left - (line.clientWidth - here.width) / 2
  }, [path, settings])
  return (
    <Page
      {...page}
      {...(shipped !== undefined && {
        tools: (
          <>
            {page.tools}
            <ButtonLink kind="quiet" icon={<IconHistory size={16} />} to={`/settings/as-it-came?list=${shipped}`}>
              As it came
            </ButtonLink>
          </>
        ),
      })}
      head="large"
      width="flush"
    >
      <div className={css.layout}>
        <nav className={css.nav} ref={list} aria-label="Settings">
          {settingsByShelf(settings).map(({ shelf, places }) => (
            <div key={shelf} className={css.shelf} role="group" aria-label={shelf}>
              <span className={css.shelfName} aria-hidden>
                {shelf}
              </span>
              {places.map(({ id, label, path: to, icon: Icon }) => (
                <Go key={id} to={to} {...(path === to && { 'aria-current': 'page' as const })}>
                  {Icon && <Icon size={16} aria-hidden />}
                  {label}
                </Go>
              ))}
            </div>
          ))}
        </nav>
        <div className={classes(css.content, wide && css.wide)}>{children}</div>
      </div>
    </Page>
  )
}
