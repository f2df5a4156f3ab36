import { IconMovie } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { listScenes, type Scene } from '../../script/scene.contract.ts'
import css from './Locations.module.css'
import { listSetPlaces, setPlaces, type Location, type LocationId } from '../location.contract.ts'

interface SetsTableProps {
  productionId: string
  places: readonly Location[]
  mayEdit: boolean
}

interface SetPlace {
  setName: string
  locationId: LocationId | null
}

function placedWords(sets: readonly SetPlace[], places: readonly Location[]): string {
  const [one, ...more] = sets
  const what = more.length === 0 ? (one?.setName ?? '') : plural(sets.length, 'set')
  const are = more.length === 0 ? 'is' : 'are'
  const place = places.find(({ id }) => id === one?.locationId)
  return place === undefined ? `${what} ${are} open again` : `${what} ${are} shot at ${place.name}`
}

interface SetRow {
  setName: string
  scenes: readonly Scene[]
  locationId: LocationId | null
}

/** Sets of the script in the order they come, and sets that have a place though no scene names them any more. */
function rowsOf(
  scenes: readonly Scene[],
  sets: readonly { setName: string; locationId: LocationId | null }[],
): SetRow[] {
  const placed = new Map(sets.map(({ setName, locationId }) => [setName, locationId]))
  const bySet = Map.groupBy(
    scenes.filter(({ setName, omitted }) => setName !== '' && !omitted),
    ({ setName }) => setName,
  )
  const left = sets.filter(({ setName }) => !bySet.has(setName)).map(({ setName }) => setName)
  return [...bySet.keys(), ...left].map((setName) => ({
    setName,
    scenes: bySet.get(setName) ?? [],
    locationId: placed.get(setName) ?? null,
  }))
}

/** Which set is shot where. What is chosen here reaches the schedule and the call sheets at once. */
export function SetsTable({ productionId, places, mayEdit }: SetsTableProps) {
  const params = { productionId }
  const scenes = useAsk(listScenes, { params })
  const asked = useAsk(listSetPlaces, { params })
  const save = useChange(setPlaces)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const put = (sets: SetPlace[], undo?: SetPlace[]) =>
    save.mutate(
      { params, body: { sets } },
      {
        onError: toast.problem,
        onSuccess: () => undo && toast.done(placedWords(sets, places), { undo: () => put(undo) }),
      },
    )
  const wasAt = (setName: string) => asked.data?.sets.find((it) => it.setName === setName)?.locationId ?? null
  const place = (names: readonly string[], locationId: LocationId | null) =>
    put(
      names.map((setName) => ({ setName, locationId })),
      names.map((setName) => ({ setName, locationId: wasAt(setName) })),
    )
  const choices = places.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))
  const columns: Column<SetRow>[] = [
    { key: 'set', head: 'Set', of: (it) => <b>{it.setName}</b>, sortBy: (it) => it.setName, width: '34%' },
    {
      key: 'scenes',
      head: 'Scenes',
      of: (it) =>
        it.scenes.length === 0
          ? 'in no scene any more'
          : `${plural(it.scenes.length, 'scene')}: ${listed(
              it.scenes.map(({ number }) => number ?? '–'),
              6,
            )}`,
      sortBy: (it) => it.scenes.length,
      quiet: true,
      phone: 'hide',
    },
    {
      key: 'place',
      head: 'Shot at',
      width: 240,
      of: (it) =>
        mayEdit ? (
          <div className={css.place}>
            <SelectField
              label={`Where ${it.setName} is shot`}
              hideLabel
              clearable
              searchable
              placeholder="Open"
              choices={choices}
              value={it.locationId}
              onChange={(next) => place([it.setName], next as LocationId | null)}
            />
          </div>
        ) : (
          (places.find(({ id }) => id === it.locationId)?.name ?? 'Open')
        ),
    },
  ]
  return (
    <Loaded of={asked}>
      {({ sets }) => (
        <>
          {ticked.size > 0 && (
            <Toolbar end={<TextButton onClick={() => setTicked(new Set())}>Untick all</TextButton>}>
              <b>{plural(ticked.size, 'set')}</b>
              <SelectField
                label="Where the ticked sets are shot"
                hideLabel
                searchable
                placeholder="Shoot them all at …"
                choices={choices}
                value={null}
                onChange={(next) => {
                  place([...ticked], next as LocationId | null)
                  setTicked(new Set())
                }}
              />
            </Toolbar>
          )}
          <Table
            label="Sets and where they are shot"
            rows={rowsOf(scenes.data?.items ?? [], sets)}
            columns={columns}
            keyOf={(it) => it.setName}
            {...(mayEdit && places.length > 0 && { selected: ticked, onSelect: setTicked })}
            empty={
              <EmptyState title="No sets yet" icon={<IconMovie size={24} stroke={1.5} />}>
                Sets come from the headings of the script. Once it is imported, choose here where each is shot.
              </EmptyState>
            }
          />
        </>
      )}
    </Loaded>
  )
}
