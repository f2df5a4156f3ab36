import { capitalised } from '../../../ui/words.ts'
import { useMemo, useState } from 'react'
import type { ProductionId } from '../../../kernel/ids.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import type { Asked } from '../../../ui/Loaded.tsx'
import type { ProposedElement, Sheet } from '../breakdown.contract.ts'
import type { Element, ElementCategory } from '../element.contract.ts'
import { nameKey } from '../names.rules.ts'
import { mentionsOf, withoutOverlap } from '../page.rules.ts'
import type { Span } from '../page.rules.ts'
import type { Scene, SceneId } from '../scene.contract.ts'
import css from './Breakdown.module.css'
import { SceneDialog } from './SceneDialog.tsx'
import { SceneRail } from './SceneRail.tsx'
import { ScriptText } from './ScriptText.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { SheetPane } from './SheetPane.tsx'
import { useBreakdown } from './useBreakdown.ts'
import { useSelectedWords } from './useSelectedWords.ts'
import { useSheetKeys } from './useSheetKeys.ts'

interface BreakdownDeskProps {
  productionId: ProductionId
  scenes: readonly Scene[]
  sceneId: SceneId
  sheet: Asked<Sheet>
  categories: readonly ElementCategory[]
  elements: readonly Element[]
  onScene: (id: SceneId) => void
}

/** The list of scenes, the page, and its sheet. */
export function BreakdownDesk(props: BreakdownDeskProps) {
  const { productionId, scenes, sceneId, sheet, categories, elements, onScene } = props
  const [wanted, setWanted] = useState<string>()
  const [editing, setEditing] = useState(false)
  const { words, page, clear } = useSelectedWords()
  const does = useBreakdown(productionId, elements)
  const proposals = sheet.data?.scene.id === sceneId && sheet.data.can.edit ? sheet.data.proposals : []
  const focused = proposals.find(({ key }) => key === wanted) ?? proposals[0]
  const step = (by: 1 | -1) => {
    const at = proposals.findIndex(({ key }) => key === focused?.key)
    setWanted(proposals[Math.min(proposals.length - 1, Math.max(0, at + by))]?.key)
  }
  const moveOn = (from: ProposedElement) => {
    const at = proposals.findIndex(({ key }) => key === from.key)
    setWanted((proposals[at + 1] ?? proposals[at - 1])?.key)
  }
  const accept = (proposal: ProposedElement, category = proposal.category) => {
    moveOn(proposal)
    const elementId = category === proposal.category ? proposal.elementId : null
    void does.accept(sceneId, [{ ...proposal, category, elementId }])
  }
  const dismiss = (proposal: ProposedElement) => {
    moveOn(proposal)
    void does.dismiss(sceneId, proposal)
  }
  const tag = (written: string, category: string) => {
    const name = capitalised(written)
    clear()
    void does.accept(sceneId, [{ key: nameKey(name), category, name, quantity: 1, elementId: null }])
  }
  const goScene = (by: 1 | -1) => {
    const next = scenes[scenes.findIndex(({ id }) => id === sceneId) + by]
    if (next) onScene(next.id)
  }
  const canEdit = sheet.data?.can.edit ?? false
  useSheetKeys(
    {
      categories,
      focused,
      selection: words,
      onStep: step,
      onScene: goScene,
      onAccept: accept,
      onDismiss: dismiss,
      onTag: tag,
      onUndo: () => void does.undo(),
    },
    canEdit && !editing,
  )
  return (
    <div className={css.desk}>
      <SceneRail scenes={scenes} current={sceneId} onChoose={onScene} />
      <div className={css.page} ref={page}>
        <Loaded of={sheet}>
          {(shown) => (
            <PageOf
              sheet={shown}
              categories={categories}
              elements={elements}
              focused={focused?.key}
              onPress={(span) => span.is === 'proposed' && setWanted(span.key)}
            />
          )}
        </Loaded>
        {words !== undefined && canEdit && (
          <SelectionBar words={words} categories={categories} onTag={tag} onClose={clear} />
        )}
      </div>
      {sheet.data && (
        <SheetPane
          sheet={sheet.data}
          categories={categories}
          elements={elements}
          focused={focused?.key}
          onFocus={setWanted}
          onAccept={(many) => (many.length === 1 ? accept(many[0]!) : void does.accept(sceneId, many))}
          onDismiss={dismiss}
          onPut={(row, next) => void does.put(row, next)}
          onTakeOff={(row, name) => void does.takeOff(row, name)}
          onAdd={(category, name) => tag(name, category)}
          onDone={() => {
            const { breakdownState } = sheet.data!.scene
            void does.mark(sheet.data!, breakdownState === 'done' ? 'part' : 'done')
            if (breakdownState !== 'done') goScene(1)
          }}
          onEdit={() => setEditing(true)}
        />
      )}
      {sheet.data && editing && (
        <SceneDialog productionId={productionId} scene={sheet.data.scene} onClose={() => setEditing(false)} />
      )}
    </div>
  )
}

interface PageOfProps {
  sheet: Sheet
  categories: readonly ElementCategory[]
  elements: readonly Element[]
  focused: string | undefined
  onPress: (span: Span) => void
}

function PageOf({ sheet, categories, elements, focused, onPress }: PageOfProps) {
  const spans = useMemo(() => {
    const present = new Set(sheet.rows.map(({ elementId }) => elementId))
    const named = elements
      .filter(({ id }) => present.has(id))
      .map(({ id, category, name, aliases }) => ({ id, category, names: [name, ...aliases] }))
    const proposed = sheet.proposals.map(({ key, category, at }): Span => ({ ...at, is: 'proposed', key, category }))
    return withoutOverlap([...mentionsOf(sheet.page, named), ...(sheet.can.edit ? proposed : [])])
  }, [sheet, elements])
  if (sheet.page.length === 0)
    return (
      <article className={css.sheet}>
        <p className={css.bare}>
          <b>{sheet.scene.heading}</b>
          <br />
          {sheet.scene.synopsis || 'Written down by hand: there is no script text. Add what it needs on the sheet.'}
        </p>
      </article>
    )
  return (
    <article className={css.sheet} aria-label={`Script page ${sheet.scene.page ?? ''}`}>
      <div className={css.pageNumber}>
        {sheet.draft && (
          <span className={css.draft}>
            <i style={{ background: sheet.draft.hex }} aria-hidden /> {sheet.draft.name}
          </span>
        )}
        {sheet.scene.page === null ? '' : `${sheet.scene.page}.`}
      </div>
      <ScriptText
        elements={sheet.page}
        spans={spans}
        categories={new Map(categories.map((category) => [category.code, category]))}
        number={sheet.scene.number}
        numbers={new Map(sheet.proposals.map(({ key }, at) => [key, at + 1]))}
        focused={focused}
        onPress={onPress}
      />
    </article>
  )
}
