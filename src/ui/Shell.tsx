import { IconMenu2 } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { usePath } from './address.ts'
import { classes } from './classes.ts'
import { Nav } from './Nav.tsx'
import { navigationOf, placeAt, type Abilities } from './navigation.ts'
import type { Place } from './places.ts'
import type { OpenProduction } from './ProductionSwitcher.tsx'
import { SettingsPlaces } from './SettingsPage.tsx'
import css from './Shell.module.css'
import { useKept } from './useKept.ts'

export interface ShellProps {
  places: readonly Place[]
  abilities: Abilities
  office: { name: string }
  me: { name: string }
  production: OpenProduction | undefined
  productions: readonly OpenProduction[]
  /** Things that wait at a place, by its id; shown muted beside its name. */
  counts: Readonly<Record<string, number | undefined>>
  onFind: () => void
  onSignOut: () => void
  children: ReactNode
}

const inNavigation = (place: Place) => !['record', 'door', 'outside'].includes(place.group)

/** Navigation at the left, the page at the right; a rail of icons where pictures need the room, a drawer on a phone. */
export function Shell(props: ShellProps) {
  const { places, abilities, children } = props
  const navigation = navigationOf(places, abilities)
  const path = usePath()
  const [folded, setFolded] = useKept('unitbase-rail', false)
  const [out, setOut] = useState(false)
  const here = placeAt(places.filter(inNavigation), path)
  const rail = (folded || (placeAt(places, path)?.rail ?? false)) && !out
  useEffect(() => setOut(false), [path])
  return (
    <div className={classes(css.shell, rail && css.railed)}>
      <a href="#page" className={css.skip}>
        To the page
      </a>
      <Nav {...props} navigation={navigation} here={here?.id} rail={rail} onFold={() => setFolded(!folded)} out={out} />
      {out && (
        <button
          type="button"
          className={css.backdrop}
          aria-label="Close the navigation"
          onClick={() => setOut(false)}
        />
      )}
      <div className={css.main}>
        <button
          type="button"
          className={css.opener}
          aria-label="Places"
          aria-expanded={out}
          onClick={() => setOut(true)}
        >
          <IconMenu2 size={20} aria-hidden />
        </button>
        <SettingsPlaces value={navigation.settings}>{children}</SettingsPlaces>
      </div>
    </div>
  )
}
