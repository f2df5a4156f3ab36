import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { refresh } from '../client/react.ts'
import type { Shared } from './formConflict.ts'
import { toast } from './toast.tsx'
import { useForm, type FormHandle } from './useForm.ts'

/** A row of one of the office's own lists: strip colours, working time, overtime. */
export interface OwnRow {
  id: string
  name: string
  /** Where its figures or colours are from. */
  source: string
  version: number
}

/** A row that is changed, or another that begins as it. */
export interface RowEdit<Row extends OwnRow> {
  row: Row
  mode: 'change' | 'copy'
  onClose: () => void
}

interface RowForm<Row extends OwnRow, Draft extends { name: string }, Body> {
  schema: z.ZodType<Body>
  draftOf: (row: Row) => Draft
  toSend?: (draft: Draft) => unknown
  /** The rows as they are now. */
  list: () => Promise<{ items: Row[] }>
  create: (body: Body, idempotencyKey: string) => Promise<unknown>
  change: (body: Body, version: number) => Promise<{ version: number }>
  /** What a change does to those who go by the row. */
  said: string
  /** What both changed, where the name alone does not say it. */
  subject?: string
  words: Shared<Draft>['words']
}

/** A form over such a row: a change can be undone, and who saves second sees both sides of every field. */
export function useRowForm<Row extends OwnRow, Draft extends { name: string }, Body>(
  { row, mode, onClose }: RowEdit<Row>,
  of: RowForm<Row, Draft, Body>,
): FormHandle<Draft> {
  const { schema, draftOf, toSend = (draft: Draft): unknown => draft, subject = row.name, words } = of
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const isCopy = mode === 'copy'
  const put = async (body: Body, version: number) => {
    const now = await of.change(body, version)
    void refresh(client, null)
    return now
  }
  const begun = draftOf(row)
  return useForm<Draft, Body>({
    schema,
    initial: isCopy ? { ...begun, name: `${row.name}, ours` } : begun,
    toSend,
    save: async (body, version = row.version) => {
      if (isCopy) {
        await of.create(body, key)
        toast.done(`${(body as { name: string }).name} can be chosen now`)
        void refresh(client, null)
      } else {
        const now = await put(body, version)
        const before = schema.parse(toSend(begun))
        toast.done(of.said, { undo: () => put(before, now.version).catch(toast.problem) })
      }
      onClose()
    },
    shared: isCopy
      ? undefined
      : {
          subject,
          version: row.version,
          read: async () => {
            const theirs = (await of.list()).items.find(({ id }) => id === row.id) ?? row
            return { draft: draftOf(theirs), version: theirs.version }
          },
          words,
        },
  })
}
