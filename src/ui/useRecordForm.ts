import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { refresh } from '../client/react.ts'
import type { Shared } from './formConflict.ts'
import { toast } from './toast.tsx'
import { useForm, type FormHandle } from './useForm.ts'

interface SavedRecord {
  id: string
  name: string
  version: number
}

interface RecordForm<Of extends SavedRecord, Draft extends object, Body> {
  /** Null: a new one. */
  record: Of | null
  /** Whose lists show it; null: the office's. */
  productionId: string | null
  schema: z.ZodType<Body>
  draftOf: (record: Of | null) => Draft
  toSend: (draft: Draft, began: Draft) => unknown
  create: (body: Body, idempotencyKey: string) => Promise<Of>
  change: (record: Of, body: Body, version: number) => Promise<Of>
  /** The record as it is now; undefined where it is gone from its list. */
  read: (record: Of) => Promise<Of | undefined>
  /** What is said of a new one: *is in the directory*. */
  added?: string
  words: Shared<Draft>['words']
  onSaved: (record: Of) => void
  onClose: () => void
}

/** The form that adds a record or changes one: sent twice it is one record, and who saves second sees both sides. */
export function useRecordForm<Of extends SavedRecord, Draft extends object, Body>(
  of: RecordForm<Of, Draft, Body>,
): FormHandle<Draft> {
  const { record, productionId, schema, draftOf, toSend, words, added = 'is saved' } = of
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const read = async (it: Of) => {
    void refresh(client, productionId)
    const theirs = (await of.read(it)) ?? it
    return { draft: draftOf(theirs), version: theirs.version }
  }
  return useForm<Draft, Body>({
    schema,
    initial: draftOf(record),
    toSend,
    save: async (body, version = 0) => {
      const saved = await (record === null ? of.create(body, key) : of.change(record, body, version))
      toast.done(`${saved.name} ${record === null ? added : 'is saved'}`)
      of.onSaved(saved)
      of.onClose()
      await refresh(client, productionId)
    },
    shared:
      record === null ? undefined : { subject: record.name, version: record.version, read: () => read(record), words },
  })
}
