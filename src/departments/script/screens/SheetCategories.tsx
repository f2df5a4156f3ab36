import { useState } from 'react'
import { Kbd } from '../../../ui/Kbd.tsx'
import type { Sheet } from '../breakdown.contract.ts'
import { rowAsides } from '../breakdown.rules.ts'
import type { Element, ElementCategory, SheetRow } from '../element.contract.ts'
import { AddToSheet } from './AddToSheet.tsx'
import { CategoryIcon } from '../../../ui/CategoryIcon.tsx'
import { RowEditor } from './RowEditor.tsx'
import css from './SheetPane.module.css'

interface SheetCategoriesProps {
  sheet: Sheet
  categories: readonly ElementCategory[]
  elements: readonly Element[]
  onPut: (row: SheetRow, next: { quantity: number; note: string }) => void
  onTakeOff: (row: SheetRow, name: string) => void
  onAdd: (category: string, name: string) => void
}

/** What stands on the sheet, category by category; those with nothing yet offer their letter. */
export function SheetCategories({ sheet, categories, elements, onPut, onTakeOff, onAdd }: SheetCategoriesProps) {
  const [open, setOpen] = useState<string>()
  const [adding, setAdding] = useState<string>()
  const byId = new Map(elements.map((element) => [element.id, element]))
  const order = new Map(elements.map(({ id }, at) => [id, at]))
  const rows = sheet.rows
    .flatMap((row) => {
      const element = byId.get(row.elementId)
      return element ? [{ row, element }] : []
    })
    .toSorted((a, b) => (order.get(a.element.id) ?? 0) - (order.get(b.element.id) ?? 0))
  const byCategory = Map.groupBy(rows, ({ element }) => element.category)
  const empty = categories.filter(({ code, key }) => !byCategory.has(code) && key !== null)
  return (
    <div className={css.categories}>
      {categories
        .filter(({ code }) => byCategory.has(code))
        .map((category) => (
          <div key={category.code} className={css.category}>
            <h3>
              <CategoryIcon icon={category.icon} colour={category.colour} />
              {category.name}
            </h3>
            <ul>
              {byCategory.get(category.code)?.map(({ row, element }) => (
                <li key={row.elementId}>
                  {open === row.elementId ? (
                    <RowEditor
                      row={row}
                      element={element}
                      onClose={() => setOpen(undefined)}
                      onPut={(next) => onPut(row, next)}
                      onTakeOff={() => onTakeOff(row, element.name)}
                    />
                  ) : (
                    <SheetLine
                      row={row}
                      element={element}
                      broughtBy={row.via === null ? undefined : byId.get(row.via)?.name}
                      onOpen={sheet.can.edit && row.via === null ? () => setOpen(row.elementId) : undefined}
                    />
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
      {sheet.can.edit && (
        <div className={css.empty}>
          <span>Nothing yet</span>
          {empty.map(({ code, name, key }) => (
            <button key={code} type="button" onClick={() => setAdding(code)}>
              {name} {key && <Kbd>{key}</Kbd>}
            </button>
          ))}
        </div>
      )}
      {sheet.can.edit && (
        <AddToSheet
          key={`${sheet.scene.id} ${adding ?? ''}`}
          categories={categories}
          elements={elements}
          present={new Set(sheet.rows.map(({ elementId }) => elementId))}
          category={adding}
          onAdd={onAdd}
        />
      )}
    </div>
  )
}

interface SheetLineProps {
  row: SheetRow
  element: Element
  broughtBy: string | undefined
  onOpen: (() => void) | undefined
}

function SheetLine({ row, element, broughtBy, onOpen }: SheetLineProps) {
  const asides = rowAsides(row, element, broughtBy)
  const words = (
    <>
      <span>
        {element.boardId === null ? '' : `${element.boardId} `}
        {element.name}
      </span>
      {row.quantity > 1 && <b>× {row.quantity}</b>}
      {asides.length > 0 && <em>{asides.join(', ')}</em>}
    </>
  )
  if (!onOpen) return <div className={css.line}>{words}</div>
  return (
    <button type="button" className={css.line} onClick={onOpen} title="Quantity, note, take off">
      {words}
    </button>
  )
}
