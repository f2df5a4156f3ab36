import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useState } from 'react'
import { Refusal } from '../../../client/call.ts'
import { browser, keyOf, refresh } from '../../../client/react.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { toast } from '../../../ui/toast.tsx'
import { blockForms } from './sheetBlockForms.ts'
import type { Blocks } from '../sheet.blocks.ts'
import {
  changeBlocks,
  getCallSheet,
  revertOverride,
  setOverride,
  setUnitOfDay,
  type CallSheet,
} from '../sheet.contract.ts'

/** Somebody else saved first: what this person wanted, and the sheet as it is now. */
interface Clash {
  subject: string
  fields: { label: string; mine: string; theirs: string }[]
  keepMine: () => void
  takeTheirs: () => void
}

interface SheetEditing {
  sheet: CallSheet
  productionId: ProductionId
  mayEdit: boolean
  override: (key: string, label: string, value: number | string) => void
  revert: (key: string, label: string) => void
  /** `seen`: the sheet as it was when the form was opened, so that another's change of the same block is met. */
  changeBlocks: (change: Partial<Blocks>, label: string, seen?: CallSheet) => Promise<void>
  openBlock: (id: string) => void
  /** With which unit somebody works that day; null: with their usual one again. */
  setUnit: (engagementId: string, name: string, unit: string | null) => void
}

export const Editing = createContext<SheetEditing | null>(null)

export function useEditing(): SheetEditing {
  const editing = useContext(Editing)
  if (editing === null) throw new Error('A field of a call sheet stands inside its page.')
  return editing
}

type Send = (version: number) => Promise<CallSheet>

/** Saves under the version that is on the page. What meets another's change is kept and shown beside it. */
function useSheetSaving(productionId: ProductionId, sheet: CallSheet) {
  const client = useQueryClient()
  const [clash, setClash] = useState<Clash>()
  const params = { productionId, callSheetId: sheet.id }
  const show = (next: CallSheet) => {
    client.setQueryData(keyOf(getCallSheet, { params }), next)
    void refresh(client, productionId)
  }
  const save = async (
    subject: string,
    send: Send,
    compare: (now: CallSheet) => Clash['fields'],
    { undo, version = sheet.version }: { undo?: () => void; version?: number } = {},
  ) => {
    try {
      show(await send(version))
      if (undo) toast.done(`${subject} changed`, { undo })
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.problem.status !== 412) return toast.problem(refusal)
      const now = await browser.call(getCallSheet, { params })
      const again = async () => {
        setClash(undefined)
        try {
          show(await send(now.version))
        } catch (second) {
          toast.problem(second)
        }
      }
      setClash({
        subject,
        fields: compare(now),
        keepMine: () => void again(),
        takeTheirs: () => {
          setClash(undefined)
          show(now)
        },
      })
    }
  }
  return { clash, dropClash: () => setClash(undefined), save, show, params }
}

/** Whether these blocks are still as somebody saw them; what changed elsewhere on the sheet does not concern them. */
const isAsSeen = (names: (keyof Blocks)[], seen: CallSheet, now: CallSheet): boolean =>
  names.every((name) => JSON.stringify(seen.blocks[name]) === JSON.stringify(now.blocks[name]))

/** A value as people read it: of a list or a record what it says, without the names it is kept under. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(shown).join('; ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([, each]) => shown(each))
    .filter((each) => each !== '')
    .join(', ')
}

/** What a block is called where it is edited. */
const labelOf = (name: keyof Blocks): string =>
  Object.values(blockForms)
    .flatMap(({ fields }) => fields)
    .find((field) => field.name === name)?.label ??
  blockForms[name]?.title ??
  name

/** The verbs of the sheet, each with its way back. */
export function useSheetVerbs(
  productionId: ProductionId,
  sheet: CallSheet,
  openBlock: (id: string) => void,
): { editing: SheetEditing; clash: Clash | undefined; dropClash: () => void; show: (next: CallSheet) => void } {
  const { clash, dropClash, save, show, params } = useSheetSaving(productionId, sheet)
  const put =
    (key: string, value: number | string): Send =>
    (version) =>
      browser.call(setOverride, { params: { ...params, key }, body: { value }, ifMatch: version })
  const take =
    (key: string): Send =>
    (version) =>
      browser.call(revertOverride, { params: { ...params, key }, ifMatch: version })
  const compare = (key: string, label: string, mine: unknown) => (now: CallSheet) => [
    { label, mine: shown(mine), theirs: shown(now.overrides[key]?.value ?? 'as computed') },
  ]
  const undoOf = (key: string, label: string) => () => {
    const before = sheet.overrides[key]?.value
    const back: Send = async () => {
      const now = await browser.call(getCallSheet, { params })
      return before === undefined ? take(key)(now.version) : put(key, before)(now.version)
    }
    void save(label, back, compare(key, label, before ?? 'as computed'))
  }
  const editing: SheetEditing = {
    sheet,
    productionId,
    mayEdit: sheet.can.edit,
    openBlock,
    override: (key, label, value) =>
      void save(label, put(key, value), compare(key, label, value), { undo: undoOf(key, label) }),
    setUnit: (engagementId, name, unit) => {
      const put =
        (next: string | null): Send =>
        (version) =>
          browser.call(setUnitOfDay, { params: { ...params, engagementId }, body: { unit: next }, ifMatch: version })
      const unitNow = (now: CallSheet) => now.otherUnits.find((each) => each.engagementId === engagementId)?.unit
      const compare = (now: CallSheet) => [
        { label: `Unit of ${name}`, mine: unit ?? 'their usual unit', theirs: unitNow(now) ?? now.unit },
      ]
      const back: Send = async () => {
        const now = await browser.call(getCallSheet, { params })
        return put(unitNow(sheet) ?? sheet.unit)(now.version)
      }
      void save(`Unit of ${name}`, put(unit), compare, { undo: () => void save(`Unit of ${name}`, back, compare) })
    },
    revert: (key, label) =>
      void save(label, take(key), compare(key, label, 'as computed'), { undo: undoOf(key, label) }),
    changeBlocks: (change, label, seen) =>
      save(
        label,
        (version) => browser.call(changeBlocks, { params, body: change, ifMatch: version }),
        (now) =>
          (Object.keys(change) as (keyof Blocks)[]).map((name) => ({
            label: labelOf(name),
            mine: shown(change[name]),
            theirs: shown(now.blocks[name]),
          })),
        seen === undefined || isAsSeen(Object.keys(change) as (keyof Blocks)[], seen, sheet)
          ? {}
          : { version: seen.version },
      ).then(() => undefined),
  }
  return { editing, clash, dropClash, show }
}
