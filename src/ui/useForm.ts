import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import type { z } from 'zod'
import type { FieldOf } from './field.ts'
import { compared, type FormConflict, type Shared, type Theirs } from './formConflict.ts'
import { overTheirs } from './overTheirs.ts'
import { problemOf, type ShownProblem } from './problem.ts'

interface FormOptions<Draft extends object, Value> {
  /** The schema the server parses with: one truth for what is valid. */
  schema: z.ZodType<Value>
  initial: Draft
  /**
   * Turns what the fields hold into what the schema takes, where they differ: choices that are numbers, for example; or
   * only what was changed since `began`, the fields as they were filled.
   */
  toSend?: (draft: Draft, began: Draft) => unknown
  /**
   * Sends it. What it throws is shown: at the fields it names, the rest above the button. A shared form says which `version`
   * to save over: the one its person began with, or the one they chose to save over.
   */
  save: (value: Value, version?: number) => Promise<unknown>
  /**
   * Others change the same record: who meets a newer one sees both sides and chooses. Where the other left alone all that
   * stands in this form, it is saved on top of theirs.
   */
  shared?: Shared<Draft> | undefined
}

export interface FormHandle<Draft extends object> {
  draft: Draft
  change: (part: Partial<Draft>) => void
  field: <K extends keyof Draft & string>(name: K) => FieldOf<Draft[K]>
  errors: Record<string, string>
  /** What is wrong that no field shows. */
  problem: ShownProblem | undefined
  /** Somebody saved first, and nobody has chosen yet. */
  conflict: FormConflict | undefined
  saving: boolean
  changed: boolean
  submit: (event?: FormEvent) => void
  reset: (draft?: Draft) => void
}

/** `/body/title`, `/title/0` → `title`: the server points into the request, a form into its own fields. */
export const fieldOfPointer = (pointer: string) => pointer.replace(/^#?\/(?:body\/)?/, '').split('/')[0] ?? ''

const isSame = <Draft>(one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other)

const byField = (entries: [string, string][]) => Object.fromEntries(entries.toReversed())

/**
 * A form over a schema. Errors show after the first try, then follow the typing.
 *
 * @example
 * const form = useForm({ schema: NewProduction, initial: { title: '' }, save: (it) => call(createProduction, { body: it }) })
 * <Form of={form} action="Create"><TextField label="Title" {...form.field('title')} /></Form>
 */
export function useForm<Draft extends object, Value>(options: FormOptions<Draft, Value>): FormHandle<Draft> {
  const { schema, initial, toSend } = options
  const [draft, setDraft] = useState(initial)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<ShownProblem>()
  const [saving, setSaving] = useState(false)
  const started = useRef(initial)
  const tried = useRef(false)
  const version = useRef(options.shared?.version)
  const [met, setMet] = useState<Theirs<Draft>>()

  const check = useCallback(
    (value: Draft) => {
      const parsed = schema.safeParse(toSend ? toSend(value, started.current) : value)
      const found = parsed.success
        ? []
        : parsed.error.issues.map((it): [string, string] => [String(it.path[0] ?? ''), it.message])
      setErrors(byField(found))
      return parsed
    },
    [schema, toSend],
  )
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    if (tried.current) check(next)
  }
  const refuse = (thrown: unknown) => {
    const told = problemOf(thrown)
    const pointed = told.errors.map((it): [string, string] => [fieldOfPointer(it.pointer), it.detail])
    setErrors(byField(pointed))
    const unseen = pointed.length === 0 || pointed.some(([name]) => !(name in draft))
    if (unseen) setProblem(told)
  }
  const reset = (next: Draft = started.current) => {
    started.current = next
    tried.current = false
    setDraft(next)
    setErrors({})
    setProblem(undefined)
  }
  // What others save shows at once where nothing is typed; where something is, it waits until this person saves.
  const arrived = options.shared?.version
  useEffect(() => {
    if (arrived === undefined || arrived <= (version.current ?? 0)) return
    if (!isSame(draft, started.current)) return
    version.current = arrived
    reset(initial)
  })
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    event?.stopPropagation()
    if (saving) return
    tried.current = true
    setProblem(undefined)
    const parsed = check(draft)
    if (!parsed.success) return
    setSaving(true)
    const send = (at?: number) => options.save(parsed.data, at)
    const { shared } = options
    const saved = shared
      ? overTheirs({
          seen: { version: version.current ?? shared.version },
          read: shared.read,
          isUntouched: (theirs) => isSame(theirs.draft, started.current),
          send,
        })
      : send().then(() => undefined)
    void saved
      .then((theirs) => {
        if (theirs) setMet(theirs)
        else started.current = draft
      }, refuse)
      .then(() => setSaving(false))
  }
  const conflictOf = (shared: Shared<Draft>, theirs: Theirs<Draft>): FormConflict => ({
    subject: shared.subject,
    fields: compared(shared.words, draft, theirs.draft),
    onKeepMine: () => {
      version.current = theirs.version
      setMet(undefined)
      submit()
    },
    onTakeTheirs: () => {
      version.current = theirs.version
      setMet(undefined)
      reset(theirs.draft)
    },
    onClose: () => setMet(undefined),
  })
  return {
    draft,
    change,
    field: (name) => ({
      value: draft[name],
      onChange: (value) => change({ [name]: value } as unknown as Partial<Draft>),
      error: errors[name],
    }),
    errors,
    problem,
    conflict: options.shared && met && conflictOf(options.shared, met),
    saving,
    changed: !isSame(draft, started.current),
    submit,
    reset,
  }
}
