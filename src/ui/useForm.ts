import { useCallback, useRef, useState, type FormEvent } from 'react'
import type { z } from 'zod'
import type { FieldOf } from './field.ts'
import { problemOf, type ShownProblem } from './problem.ts'

export interface FormOptions<Draft extends object, Value> {
  /** The schema the server parses with: one truth for what is valid. */
  schema: z.ZodType<Value>
  initial: Draft
  /** Turns what the fields hold into what the schema takes, where they differ: choices that are numbers, for example. */
  toSend?: (draft: Draft) => unknown
  /** Sends it. What it throws is shown: at the fields it names, the rest above the button. */
  save: (value: Value) => Promise<unknown>
}

export interface FormHandle<Draft extends object> {
  draft: Draft
  change: (part: Partial<Draft>) => void
  field: <K extends keyof Draft & string>(name: K) => FieldOf<Draft[K]>
  errors: Record<string, string>
  /** What is wrong that no field shows. */
  problem: ShownProblem | undefined
  saving: boolean
  changed: boolean
  submit: (event?: FormEvent) => void
  reset: (draft?: Draft) => void
}

/** `/body/title`, `/title/0` → `title`: the server points into the request, a form into its own fields. */
export const fieldOfPointer = (pointer: string) => pointer.replace(/^#?\/(?:body\/)?/, '').split('/')[0] ?? ''

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

  const check = useCallback(
    (value: Draft) => {
      const parsed = schema.safeParse(toSend ? toSend(value) : value)
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
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    event?.stopPropagation()
    if (saving) return
    tried.current = true
    setProblem(undefined)
    const parsed = check(draft)
    if (!parsed.success) return
    setSaving(true)
    options.save(parsed.data).then(
      () => {
        started.current = draft
        setSaving(false)
      },
      (thrown: unknown) => {
        refuse(thrown)
        setSaving(false)
      },
    )
  }
  const reset = (next: Draft = started.current) => {
    started.current = next
    tried.current = false
    setDraft(next)
    setErrors({})
    setProblem(undefined)
  }
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
    saving,
    changed: JSON.stringify(draft) !== JSON.stringify(started.current),
    submit,
    reset,
  }
}
