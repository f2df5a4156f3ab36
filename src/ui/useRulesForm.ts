import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { keyOf, refresh } from '../client/react.ts'
import type { Shared } from './formConflict.ts'
import { toast } from './toast.tsx'
import { useForm, type FormHandle } from './useForm.ts'

/** One row of rules as the server gives it: what is edited, with its version and whether this person may. */
type SavedRules<Rules extends object> = Rules & { version: number; can: { edit: boolean } }

interface RulesForm<Draft extends object, Rules extends object> {
  saved: SavedRules<Rules>
  schema: z.ZodType<Rules>
  /** The rules as they are now; `path` is what the page has asked for them under. */
  path: string
  read: () => Promise<SavedRules<Rules>>
  put: (rules: Rules, version: number) => Promise<SavedRules<Rules>>
  draftOf: (rules: Rules) => Draft
  toSend?: (draft: Draft) => unknown
  /** Said when they are saved, under *The rules hold from now on*. */
  detail?: string
  subject: string
  words: Shared<Draft>['words']
}

const rulesIn = <Rules extends object>({ version: _, can: __, ...rules }: SavedRules<Rules>) => rules as Rules

/** A form over the one row of rules an office has: saving can be undone, and who saves second sees both sides. */
export function useRulesForm<Draft extends object, Rules extends object>(
  of: RulesForm<Draft, Rules>,
): FormHandle<Draft> {
  const { saved, schema, path, read, draftOf, toSend, subject, words, detail } = of
  const client = useQueryClient()
  const put = async (rules: Rules, version: number) => {
    const now = await of.put(rules, version)
    client.setQueryData(keyOf({ path }), now)
    void refresh(client, null)
    return now
  }
  return useForm<Draft, Rules>({
    schema,
    initial: draftOf(rulesIn(saved)),
    ...(toSend && { toSend }),
    save: async (rules, version = saved.version) => {
      const now = await put(rules, version)
      toast.done('The rules hold from now on', {
        ...(detail !== undefined && { detail }),
        undo: () => put(rulesIn(saved), now.version).catch(toast.problem),
      })
    },
    shared: {
      subject,
      version: saved.version,
      read: async () => {
        const theirs = await read()
        return { draft: draftOf(rulesIn(theirs)), version: theirs.version }
      },
      words,
    },
  })
}
