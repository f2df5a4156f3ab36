import type { ReactNode } from 'react'
import { TextButton } from '../../../ui/Button.tsx'
import css from './Sheet.module.css'
import { useEditing } from './useSheetEditing.ts'

interface SheetPartProps {
  title: string
  /** The block that holds what is typed here; with the right to edit it can be opened. */
  block?: string
  note?: string
  children: ReactNode
}

/** A section of the paper under its rule. */
export function SheetPart({ title, block, note = '', children }: SheetPartProps) {
  const { mayEdit, openBlock } = useEditing()
  return (
    <section className={css.part} aria-label={title}>
      <header>
        <h3>{title}</h3>
        <span>{note}</span>
        {block !== undefined && mayEdit && (
          <TextButton aria-label={`Edit ${title.toLowerCase()}`} onClick={() => openBlock(block)}>
            Edit
          </TextButton>
        )}
      </header>
      {children}
    </section>
  )
}
