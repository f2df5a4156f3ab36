import { useEndReached } from '../../../ui/useEndReached.ts'
import css from './DocumentGrid.module.css'
import type { DocumentListProps } from './DocumentTable.tsx'
import { KindPicture } from './KindIcon.tsx'
import { kindWords, trouble } from './words.ts'

/** Documents by how they look: storyboards, photographs, plans. */
export function DocumentGrid({ productionId, rows, current, onOpen, onEnd, onCarry }: DocumentListProps) {
  const end = useEndReached(onEnd)
  return (
    <>
      <ul className={css.grid} aria-label="Documents">
        {rows.map((it) => (
          <li key={it.id}>
            <button
              type="button"
              className={css.card}
              aria-pressed={it.id === current}
              onClick={() => onOpen(it)}
              draggable={onCarry !== undefined}
              onDragStart={(event) => onCarry?.(it, event)}
            >
              <span className={css.picture}>
                <KindPicture of={it} productionId={productionId} size={30} />
              </span>
              <span>{it.name}</span>
              <small>{it.subjects[0]?.label ?? trouble(it)?.[1] ?? kindWords[it.kind]}</small>
            </button>
          </li>
        ))}
      </ul>
      {onEnd && <div ref={end} />}
    </>
  )
}
