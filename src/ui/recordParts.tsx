import { createContext, useContext, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react'

/** A person's or a company's page is made of parts that departments bring, as they bring places to the navigation. */
export interface RecordPart {
  /** Stable, unique: `pay.rates`. It stands in the address. */
  id: string
  of: 'person' | 'company'
  label: string
  /** Shown only to those who have this office ability. */
  ability?: string
  order: number
  element: LazyExoticComponent<ComponentType<{ recordId: string }>>
}

const Parts = createContext<readonly RecordPart[]>([])

export const RecordParts = ({ parts, children }: { parts: readonly RecordPart[]; children: ReactNode }) => (
  <Parts value={parts}>{children}</Parts>
)

/** The parts of a record this reader may open, in their order. */
export const useRecordParts = (of: RecordPart['of'], abilities: ReadonlySet<string>): RecordPart[] =>
  useContext(Parts)
    .filter((part) => part.of === of && (part.ability === undefined || abilities.has(part.ability)))
    .toSorted((a, b) => a.order - b.order)
