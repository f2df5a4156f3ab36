import { useContext, useEffect } from 'react'
import { useGo } from '../../../../ui/address.ts'
import { settingsByShelf } from '../../../../ui/navigation.ts'
import { SettingsPlaces } from '../../../../ui/SettingsPage.tsx'

/** `/settings` alone opens the first page this person may open. */
export function FirstSetting() {
  const go = useGo()
  const first = settingsByShelf(useContext(SettingsPlaces))[0]?.places[0]?.path
  useEffect(() => {
    if (first !== undefined) go(first, { replace: true })
  }, [first, go])
  return null
}
