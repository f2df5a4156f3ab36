import { IconCheck, IconNote } from '@tabler/icons-react'
import { formatPages } from '../../../kernel/eighths.ts'
import { durationText } from '../../../kernel/time.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { plural } from '../../../ui/words.ts'
import type { ProposedElement, Sheet } from '../breakdown.contract.ts'
import type { Element, ElementCategory, SheetRow } from '../element.contract.ts'
import { screenTime } from '../page.rules.ts'
import { Proposals } from './Proposals.tsx'
import { isOutside, lengthOf, sideWords, toneOf } from './scene.words.ts'
import { SheetCategories } from './SheetCategories.tsx'
import css from './SheetPane.module.css'

interface SheetPaneProps {
  sheet: Sheet
  categories: readonly ElementCategory[]
  elements: readonly Element[]
  focused: string | undefined
  onFocus: (key: string) => void
  onAccept: (proposals: readonly ProposedElement[]) => void
  onDismiss: (proposal: ProposedElement) => void
  onPut: (row: SheetRow, next: { quantity: number; note: string }) => void
  onTakeOff: (row: SheetRow, name: string) => void
  onAdd: (category: string, name: string) => void
  onDone: () => void
  onEdit: () => void
}

/** The breakdown sheet: what the scene is, what is proposed for it, what stands on it. */
export function SheetPane(props: SheetPaneProps) {
  const { sheet, onDone, onEdit } = props
  const left = sheet.proposals.length
  return (
    <section className={css.pane} aria-label="Breakdown sheet">
      <Head sheet={sheet} onEdit={onEdit} />
      {left > 0 && sheet.can.edit && <Proposals {...props} proposals={sheet.proposals} />}
      <SheetCategories {...props} />
      <footer className={css.foot}>
        <span>{left === 0 ? 'Nothing proposed' : `${plural(left, 'proposal')} left`}</span>
        {sheet.can.edit && (
          <span className={css.buttons}>
            <Button icon={<IconNote size={16} />} onClick={onEdit}>
              Scene and note
            </Button>
            <Button
              kind={sheet.scene.breakdownState === 'done' ? 'plain' : 'accent'}
              icon={<IconCheck size={16} />}
              onClick={onDone}
            >
              {sheet.scene.breakdownState === 'done' ? 'Open it again' : 'Scene done'}
            </Button>
          </span>
        )}
      </footer>
    </section>
  )
}

function Head({ sheet: { scene, sheetNumber, can }, onEdit }: { sheet: Sheet; onEdit: () => void }) {
  const tone = toneOf(scene)
  const facts: [string, string][] = [
    ['Sheet', String(sheetNumber)],
    ['Script page', scene.page ?? '–'],
    ['Script day', scene.scriptDay ?? '–'],
    ['Unit', scene.unit ?? 'Main'],
    ['Shooting', scene.minutes === null ? 'by pace' : durationText(scene.minutes)],
    ['On screen', screenTime(scene.eighths)],
  ]
  return (
    <>
      <header
        className={classes(css.head, isOutside(scene) && css.outside)}
        style={{ '--tone': `var(--${tone})`, '--edge': `var(--edge-${tone})` } as React.CSSProperties}
      >
        <h2>
          <b>{scene.number ?? '–'}</b> <span>{scene.intExt === null ? '' : sideWords[scene.intExt]}</span>{' '}
          <em>{scene.setName}</em> <span>{scene.timeOfDay}</span>
        </h2>
        <span
          title={
            scene.eighthsOverride === null
              ? 'Measured from the script'
              : `Set by hand; measured ${formatPages(scene.measuredEighths)}`
          }
        >
          <b>{scene.kind === 'list' || scene.omitted ? lengthOf(scene) : formatPages(scene.eighths)}</b>
          {scene.eighthsOverride !== null && ' *'}
        </span>
      </header>
      <p className={css.synopsis}>
        {scene.synopsis === '' ? (
          can.edit ? (
            <TextButton onClick={onEdit}>Say in a sentence what happens</TextButton>
          ) : (
            'No synopsis yet.'
          )
        ) : (
          scene.synopsis
        )}
      </p>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {scene.note !== '' && <p className={css.note}>{scene.note}</p>}
    </>
  )
}
