import { formatEighths } from '../../../kernel/eighths.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useAsk } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Standing } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { Segmented } from '../../../ui/Tabs.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { compareScene } from '../import.contract.ts'
import type { SceneComparison, SceneOutcome } from '../import.contract.ts'
import type { Scene, SceneId, ScriptDraftId } from '../scene.contract.ts'
import { sceneName } from '../scene.rules.ts'
import { SideBySide } from './SideBySide.tsx'

const outcomes: Record<SceneOutcome, { is: Standing; word: string }> = {
  new: { is: 'daylight', word: 'new' },
  same: { is: 'off', word: 'unchanged' },
  changed: { is: 'attention', word: 'changed' },
  omitted: { is: 'stop', word: 'omitted' },
  restored: { is: 'daylight', word: 'back' },
  left_out: { is: 'stop', word: 'not in this draft' },
}

interface SceneChangesProps {
  productionId: ProductionId
  draftId: ScriptDraftId
  scenes: readonly SceneComparison[]
  isFirst: boolean
  /** Scenes of the script as it stands, to correct a match with; empty where nothing can be corrected. */
  standing: readonly Scene[]
  onMatch?: (index: number, sceneId: SceneId | null) => void
}

const lengths = ({ eighths, eighthsBefore }: SceneComparison) =>
  eighthsBefore === null || eighthsBefore === eighths
    ? formatEighths(eighths ?? eighthsBefore ?? 0)
    : `${formatEighths(eighthsBefore)} → ${eighths === null ? '–' : formatEighths(eighths)}`

function What({ scene }: { scene: SceneComparison }) {
  const notes = [
    ...(scene.moved ? ['moved'] : []),
    ...scene.castAdded.map((name) => `+ ${name}`),
    ...scene.castGone.map((name) => `− ${name}`),
    ...scene.elementsGone.map((name) => `${name} gone from the text`),
  ]
  return (
    <>
      <Status is={outcomes[scene.outcome].is}>{outcomes[scene.outcome].word}</Status>{' '}
      {scene.sceneId !== null && notes.join(', ')}
    </>
  )
}

/** Every scene of a draft beside the one it was; the chosen one opens line by line. */
export function SceneChanges(props: SceneChangesProps) {
  const { productionId, draftId, scenes, isFirst } = props
  const [chosen, setChosen] = useSearchValue('at')
  const [showing, setShowing] = useSearchValue('show')
  const current = scenes.find(({ index }) => index !== null && String(index) === chosen)
  const different = scenes.filter(isDifferent)
  const all = isFirst || showing === 'all' || different.length === 0
  return (
    <>
      {!isFirst && (
        <Toolbar>
          <Segmented
            label="Which scenes"
            options={[
              { value: 'changed', label: 'What changed', count: different.length },
              { value: 'all', label: 'Every scene', count: scenes.length },
            ]}
            value={all ? 'all' : 'changed'}
            onChange={(next) => setShowing(next === 'all' ? 'all' : undefined)}
          />
        </Toolbar>
      )}
      <Table
        label="Scenes of the draft"
        rows={all ? scenes : different}
        columns={columnsFor(props)}
        keyOf={({ index, sceneId }) => (index === null ? `gone ${sceneId}` : String(index))}
        current={chosen}
        onOpen={({ index }) => setChosen(index === null ? undefined : String(index))}
      />
      {current && current.index !== null && (
        <Lines
          productionId={productionId}
          draftId={draftId}
          scene={current}
          index={current.index}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  )
}

const isDifferent = ({ outcome, moved, confidence }: SceneComparison) =>
  outcome !== 'same' || moved || confidence === 'guess' || confidence === 'told'

/** An omitted scene says what it was. */
const headingOf = ({ outcome, heading, headingBefore }: SceneComparison) =>
  outcome === 'omitted' && headingBefore !== null ? (
    <>
      {heading} <s>{headingBefore}</s>
    </>
  ) : (
    heading
  )

function columnsFor({ isFirst, standing, onMatch }: SceneChangesProps): Column<SceneComparison>[] {
  return [
    { key: 'number', head: 'Scene', of: ({ number }) => <b>{number ?? '–'}</b>, width: 70 },
    { key: 'heading', head: 'Heading', of: headingOf },
    { key: 'pages', head: 'Pages', of: lengths, align: 'end', width: 120 },
    ...(isFirst ? [] : [{ key: 'what', head: 'What changed', of: (scene: SceneComparison) => <What scene={scene} /> }]),
    ...(onMatch && !isFirst
      ? [
          {
            key: 'match',
            head: 'Is the scene',
            width: 300,
            of: (scene: SceneComparison) => <Match scene={scene} standing={standing} onMatch={onMatch} />,
          },
        ]
      : []),
  ]
}

interface MatchProps {
  scene: SceneComparison
  standing: readonly Scene[]
  onMatch: (index: number, sceneId: SceneId | null) => void
}

/** What is the same to the letter is said, not asked. */
function Match({ scene, standing, onMatch }: MatchProps) {
  const { index } = scene
  const old = standing.find(({ id }) => id === scene.sceneId)
  if (index === null) return 'stays, marked as omitted'
  if (!isDifferent(scene) && old) return sceneName(old)
  const choices = standing.map((one) => ({
    value: one.id as string,
    label: `${sceneName(one)}  ${one.number === null ? '' : one.setName}`,
  }))
  return (
    <span title={scene.reason}>
      <SelectField
        label={`Scene ${scene.number ?? scene.heading} of the new draft is`}
        hideLabel
        searchable
        choices={[{ value: 'new', label: 'A new scene' }, ...choices]}
        value={scene.sceneId ?? 'new'}
        onChange={(value) =>
          value !== null &&
          value !== (scene.sceneId ?? 'new') &&
          onMatch(index, value === 'new' ? null : (value as SceneId))
        }
      />
    </span>
  )
}

interface LinesProps {
  productionId: ProductionId
  draftId: ScriptDraftId
  scene: SceneComparison
  index: number
  onClose: () => void
}

function Lines({ productionId, draftId, scene, index, onClose }: LinesProps) {
  const lines = useAsk(compareScene, { params: { productionId, draftId, index } })
  const title = scene.number === null ? scene.heading : `Scene ${scene.number}, ${scene.heading}`
  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      title={title}
      about={scene.sceneId === null ? 'A new scene.' : `Matched by: ${scene.reason}.`}
    >
      <Loaded of={lines}>
        {({ lines: shown }) => (
          <SideBySide
            before={scene.numberBefore ?? scene.headingBefore}
            after={scene.number ?? scene.heading}
            lines={shown}
            isNew={scene.sceneId === null}
          />
        )}
      </Loaded>
    </Dialog>
  )
}
