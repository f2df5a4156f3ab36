import { useState, type ReactNode } from 'react'
import { Finder } from '../Finder.tsx'
import { Shell } from '../Shell.tsx'
import { useKeys } from '../useKeys.ts'
import { galleryPlaces } from './gallery.places.ts'

const production = { id: 'lfy', title: 'Last Ferry', subtitle: 'LFY · shoots tomorrow' }
const none = new Set<string>()
const commands = galleryPlaces.map(({ id, label, path, icon }) => ({
  id,
  group: 'Go to',
  label,
  detail: '',
  to: path,
  icon,
}))
const nothing = () => Promise.resolve([])

export function GalleryFrame({ children }: { children: ReactNode }) {
  const [finding, setFinding] = useState(false)
  useKeys({ 'Ctrl+k': () => setFinding(true) })
  return (
    <Shell
      places={galleryPlaces}
      abilities={{ office: none, production: none }}
      office={{ name: 'Tallboy Films' }}
      me={{ name: 'Nadia Roth' }}
      production={production}
      productions={[production, { id: 'brw', title: 'Brightwell annual film', subtitle: 'BRW · day 2 of 2' }]}
      counts={{ 'gallery./today': 9, 'gallery./p/breakdown': 6, 'gallery./p/callsheets': 1 }}
      onFind={() => setFinding(true)}
      onSignOut={() => undefined}
    >
      {children}
      <Finder open={finding} onClose={() => setFinding(false)} commands={commands} search={nothing} />
    </Shell>
  )
}
