import type { StripElement, StripId, StripScene } from '../../board.contract.ts'
import type { SheetRow } from '../../board.rules.ts'
import type { StripShape } from '../../layout.contract.ts'
import { emptyStrip } from '../../split.rules.ts'
import { BoardHeads } from '../BoardHeads.tsx'
import { gridOf } from '../layout.ts'
import { StripBody } from '../StripBody.tsx'
import css from './LayoutSample.module.css'

const cast: StripElement[] = ['Mara', 'Tom', 'Inspector', 'Skipper'].map((name, at) => ({
  id: name,
  name,
  category: 'cast',
  playedBy: null,
  boardNumber: String(at + 1),
}))

const scene = (number: string, more: Partial<StripScene>): StripScene => ({
  id: number,
  number,
  intExt: 'int',
  bucket: 'day',
  setName: '',
  timeOfDay: 'DAY',
  synopsis: '',
  scriptDay: '1',
  eighths: 8,
  minutes: null,
  isOmitted: false,
  castIds: [],
  elementIds: [],
  locationId: null,
  ...more,
})

const row = (of: StripScene, place: string, from: number, minutes: number): SheetRow => {
  const id = of.id as StripId
  return {
    strip: { ...emptyStrip(id, null), sceneId: of.id },
    scene: of,
    place: { id: place, number: place, name: `Location ${place}`, latitude: null, longitude: null, timeZone: null },
    eighths: of.eighths,
    clock: { stripId: id, from, minutes, until: from + minutes, isOverridden: of.number === '14', lateBy: 0 },
  }
}

const rows = [
  row(
    scene('12', {
      setName: 'HARBOUR OFFICE',
      synopsis: 'Mara finds the tide table with a page torn out.',
      castIds: ['Mara', 'Inspector'],
      eighths: 19,
    }),
    '3',
    480,
    190,
  ),
  row(
    scene('14', {
      intExt: 'ext',
      setName: 'EAST QUAY',
      synopsis: 'The ferry leaves without them.',
      castIds: ['Mara', 'Tom', 'Skipper'],
      eighths: 6,
      scriptDay: '2',
    }),
    '4',
    700,
    75,
  ),
  row(
    scene('15', {
      intExt: 'ext',
      bucket: 'night',
      timeOfDay: 'NIGHT',
      setName: 'BREAKWATER',
      synopsis: 'A light where none should be.',
      castIds: ['Tom'],
      eighths: 3,
      scriptDay: '2',
    }),
    '4',
    1280,
    45,
  ),
]

/** Three strips as a board would show them. */
export const LayoutSample = ({ of: shape }: { of: StripShape }) => (
  <div className={css.frame} role="img" aria-label="Strips in this layout">
    <div className={css.sample} style={gridOf(shape, ['1', '2', '3', '4'])}>
      <BoardHeads labels={cast.map(({ boardNumber }) => boardNumber ?? '')} names={[]} shape={shape} />
      {rows.map((it) => (
        <StripBody key={it.strip.id} row={it} look={{ intExtCountsAs: 'ext' }} shape={shape} cast={cast} />
      ))}
    </div>
  </div>
)
