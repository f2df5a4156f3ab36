import { IconLayoutSidebar, IconSearch, IconSettings } from '@tabler/icons-react'
import { Avatar } from './Avatar.tsx'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import { useGo } from './address.ts'
import { Menu } from './Menu.tsx'
import css from './Nav.module.css'
import { NavGroup } from './NavGroup.tsx'
import { NavPlace } from './NavPlace.tsx'
import type { Navigation } from './navigation.ts'
import { ProductionSwitcher } from './ProductionSwitcher.tsx'
import type { ShellProps } from './Shell.tsx'

interface NavProps extends Pick<
  ShellProps,
  'office' | 'me' | 'production' | 'productions' | 'counts' | 'onFind' | 'onSignOut'
> {
  navigation: Navigation
  here: string | undefined
  rail: boolean
  onFold: () => void
  /** On a phone the navigation is a drawer. */
  out: boolean
}

function Me({ me, onSignOut }: Pick<NavProps, 'me' | 'onSignOut'>) {
  const person = (
    <button type="button" className={css.person}>
      <Avatar name={me.name} />
      <span>{me.name}</span>
    </button>
  )
  return (
    <Menu
      target={person}
      items={[
        { label: 'My account', to: '/settings/account' },
        { label: 'Appearance', to: '/settings/appearance' },
        'line',
        { label: 'Sign out', onPress: onSignOut },
      ]}
    />
  )
}

function Foot({ me, onSignOut, navigation, rail, onFold }: NavProps) {
  const go = useGo()
  const settings = navigation.settings[0]
  return (
    <div className={css.me}>
      <Me me={me} onSignOut={onSignOut} />
      <span className={css.fold}>
        <IconButton
          label={rail ? 'Unfold the navigation' : 'Fold the navigation'}
          size="small"
          icon={<IconLayoutSidebar size={16} />}
          onClick={onFold}
        />
      </span>
      {settings && (
        <IconButton label="Settings" size="small" icon={<IconSettings size={16} />} onClick={() => go(settings.path)} />
      )}
    </div>
  )
}

/** The places of the product: the office's on top, the open production's below, the person and settings at the foot. */
export function Nav(props: NavProps) {
  const { office, navigation, here, rail, out, production, productions, counts, onFind } = props
  const params = { productionId: production?.id ?? '' }
  return (
    <nav className={classes(css.nav, rail && css.rail, out && css.out)} aria-label="Places">
      <div className={css.office} title={office.name}>
        <span className={css.mark} aria-hidden>
          <i />
          <i />
          <i />
        </span>
        {!rail && <span>{office.name}</span>}
      </div>
      <button
        type="button"
        className={css.find}
        onClick={onFind}
        aria-label="Find anything"
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch size={14} aria-hidden />
        {!rail && 'Find anything'}
        {!rail && <kbd>Ctrl K</kbd>}
      </button>
      <div className={css.places}>
        {navigation.office.map((place) => (
          <NavPlace key={place.id} place={place} here={here === place.id} rail={rail} count={counts[place.id]} />
        ))}
        {production && (
          <>
            {rail ? <hr className={css.rule} /> : <ProductionSwitcher open={production} productions={productions} />}
            {navigation.overview.map((place) => (
              <NavPlace
                key={place.id}
                place={place}
                here={here === place.id}
                rail={rail}
                params={params}
                count={counts[place.id]}
              />
            ))}
            {navigation.groups.map((group) => (
              <NavGroup key={group.group} of={group} here={here} rail={rail} params={params} counts={counts} />
            ))}
          </>
        )}
      </div>
      <Foot {...props} />
    </nav>
  )
}
