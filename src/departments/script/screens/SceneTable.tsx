import { formatEighths } from '../../../kernel/eighths.ts'
import { compareSceneNumbers } from '../../../kernel/sceneNumber.ts'
import { Status } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { Column } from '../../../ui/Table.tsx'
import type { Scene } from '../scene.contract.ts'
import { lengthOf, sideWords, stateStanding, stateWords } from './scene.words.ts'

const heading = (scene: Scene) => (
  <span>
    <b style={scene.omitted ? { textDecoration: 'line-through' } : undefined}>{scene.setName}</b>{' '}
    {scene.leftOut ? 'not in the newest draft' : scene.omitted ? 'omitted' : ''}
  </span>
)

/** Natural order even where a table sorts texts: 2, 10, 10A, A11, 11. */
const orderOf = (scenes: readonly Scene[]) => {
  const sorted = scenes.map(({ number }) => number ?? '').sort(compareSceneNumbers)
  return ({ number }: Scene) => sorted.indexOf(number ?? '')
}

const columnsFor = (scenes: readonly Scene[]): Column<Scene>[] => [
  { key: 'number', head: 'Scene', of: ({ number }) => <b>{number ?? '–'}</b>, sortBy: orderOf(scenes), width: 70 },
  {
    key: 'side',
    head: 'I/E',
    of: ({ intExt }) => (intExt === null ? '' : sideWords[intExt]),
    quiet: true,
    width: 56,
    phone: 'hide',
  },
  { key: 'set', head: 'Set', of: heading, sortBy: (it) => it.setName },
  { key: 'time', head: 'D/N', of: (it) => it.timeOfDay ?? '', quiet: true, width: 120, phone: 'hide' },
  { key: 'synopsis', head: 'Synopsis', of: (it) => it.synopsis, quiet: true, phone: 'hide' },
  {
    key: 'cast',
    head: 'Cast',
    of: ({ cast }) => cast.map(({ boardId, name }) => boardId ?? name).join(', '),
    width: 130,
    phone: 'hide',
  },
  {
    key: 'pages',
    head: 'Length',
    of: (it) => (
      <span
        title={
          it.eighthsOverride === null
            ? 'Measured from the script'
            : `Set by hand; measured ${formatEighths(it.measuredEighths)}`
        }
      >
        {it.omitted ? '' : lengthOf(it)}
        {it.eighthsOverride !== null && !it.omitted && ' *'}
      </span>
    ),
    sortBy: (it) => it.eighths,
    align: 'end',
    width: 76,
  },
  {
    key: 'state',
    head: 'Breakdown',
    of: ({ breakdownState }) => <Status is={stateStanding[breakdownState]}>{stateWords[breakdownState]}</Status>,
    sortBy: (it) => it.breakdownState,
    width: 110,
    phone: 'hide',
  },
]

/** Every scene in script order; entries of a list stand under their own heading. */
export function SceneTable({ scenes, onOpen }: { scenes: readonly Scene[]; onOpen: (scene: Scene) => void }) {
  const mixed = new Set(scenes.map(({ kind }) => kind)).size > 1
  return (
    <Table
      label="Scenes"
      rows={scenes}
      columns={columnsFor(scenes)}
      keyOf={({ id }) => id}
      onOpen={onOpen}
      {...(mixed && { groupBy: ({ kind }: Scene) => (kind === 'list' ? 'Shot list and scenes by hand' : 'Script') })}
    />
  )
}
