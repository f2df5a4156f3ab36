import { z } from 'zod'

/** A stretch of a line: words, strong words, a place the signer fills in, or a fact that was not there. */
export const Run = z.object({
  text: z.string(),
  strong: z.boolean().optional(),
  field: z.string().optional(),
  missing: z.boolean().optional(),
})
export type Run = z.infer<typeof Run>

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), number: z.number().int(), text: z.string() }),
  z.object({ kind: z.literal('para'), runs: z.array(Run) }),
  z.object({ kind: z.literal('item'), runs: z.array(Run) }),
  z.object({ kind: z.literal('terms'), rows: z.array(z.object({ label: z.string(), value: z.string() })) }),
])
type Block = z.infer<typeof Block>

/** What a signer may fill in or correct. */
const AskedField = z.object({ key: z.string(), label: z.string(), value: z.string() })
type AskedField = z.infer<typeof AskedField>

const ShortLine = z.object({ allowed: z.boolean(), runs: z.array(Run) })
type ShortLine = z.infer<typeof ShortLine>

/** A paper ready to be read: nothing in it is looked up any more. */
export const Content = z.object({
  title: z.string(),
  between: z.string(),
  short: z.array(ShortLine),
  blocks: z.array(Block),
  fields: z.array(AskedField),
})
export type Content = z.infer<typeof Content>

export interface Source {
  readonly title: string
  readonly short: string
  readonly body: string
}

export interface Missing {
  readonly key: string
  /** Where it stands, in words: `line 4`, `In short, line 2`, `clause confidentiality`. */
  readonly where: string
}

export interface Composed {
  readonly content: Content
  readonly missing: Missing[]
  /** Mistakes of the template itself: unknown clause, unclosed braces. */
  readonly faults: Missing[]
}

export interface Facts {
  /** By dotted name: `person.name`. An empty string counts as not there. */
  readonly values: Readonly<Record<string, string>>
  readonly clauses: Readonly<Record<string, string>>
  readonly terms: readonly { label: string; value: string }[]
}

const tag = /\{\{\s*([^{}]*?)\s*\}\}/g
const fieldTag = /^ask:([a-z][a-z0-9_]*)\|([^|]+?)(?:\|\s*([a-z][\w.]*))?$/i
const clauseLine = /^\{\{\s*clause\s+([a-z][a-z0-9_]*)\s*\}\}$/
const termsLine = /^\{\{\s*terms\s*\}\}$/

interface Desk {
  readonly facts: Facts
  readonly missing: Missing[]
  readonly faults: Missing[]
  readonly fields: Map<string, AskedField>
}

/** `a **strong** word` → its runs. */
const strongRuns = (text: string): Run[] =>
  text
    .split('**')
    .map((part, at): Run => (at % 2 === 1 ? { text: part, strong: true } : { text: part }))
    .filter((run) => run.text !== '')

function runsOf(line: string, where: string, desk: Desk): Run[] {
  const filled = line.replaceAll(tag, (whole, inner: string) => {
    const asked = fieldTag.exec(inner)
    if (asked) {
      const [, key = '', label = '', from] = asked
      if (!desk.fields.has(key))
        desk.fields.set(key, { key, label, value: from === undefined ? '' : (desk.facts.values[from] ?? '') })
      return `\u0001${key}\u0002`
    }
    if (!/^[a-z][\w.]*$/i.test(inner)) {
      desk.faults.push({ key: whole, where })
      return whole
    }
    const value = desk.facts.values[inner] ?? ''
    if (value !== '') return value.replaceAll('**', '')
    if (!desk.missing.some((it) => it.key === inner && it.where === where)) desk.missing.push({ key: inner, where })
    return `\u0003${inner}\u0004`
  })
  if (/\{\{|\}\}/.test(filled)) desk.faults.push({ key: line.trim().slice(0, 60), where })
  return strongRuns(filled).flatMap((run) =>
    run.text
      .split(/(\u0001\w+\u0002|\u0003[\w.]+\u0004)/)
      .filter((part) => part !== '')
      .map((part): Run => {
        if (part.startsWith('\u0001')) return { text: '', field: part.slice(1, -1) }
        if (part.startsWith('\u0003')) return { text: part.slice(1, -1), missing: true }
        return { ...run, text: part }
      }),
  )
}

function blocksOf(body: string, desk: Desk, from: { where: string; number: number; depth: number }): Block[] {
  const blocks: Block[] = []
  let number = from.number
  let para: string[] = []
  let began = 0
  const flush = () => {
    if (para.length > 0) blocks.push({ kind: 'para', runs: runsOf(para.join(' '), `${from.where}line ${began}`, desk) })
    para = []
  }
  for (const [at, raw] of body.split('\n').entries()) {
    const line = raw.trim()
    const where = `${from.where}line ${at + 1}`
    const clause = clauseLine.exec(line)?.[1]
    if (line === '') flush()
    else if (clause !== undefined) {
      flush()
      const text = desk.facts.clauses[clause]
      if (text === undefined || from.depth > 3) desk.faults.push({ key: `clause ${clause}`, where })
      else {
        const inner = blocksOf(text, desk, { where: `clause ${clause}, `, number, depth: from.depth + 1 })
        number += inner.filter((it) => it.kind === 'heading').length
        blocks.push(...inner)
      }
    } else if (termsLine.test(line)) {
      flush()
      blocks.push({ kind: 'terms', rows: desk.facts.terms.map((it) => ({ ...it })) })
    } else if (line.startsWith('# ')) {
      flush()
      number += 1
      const text = runsOf(line.slice(2), where, desk).map((run) => run.text)
      blocks.push({ kind: 'heading', number, text: text.join('') })
    } else if (/^[-*] /.test(line)) {
      flush()
      blocks.push({ kind: 'item', runs: runsOf(line.slice(2), where, desk) })
    } else {
      if (para.length === 0) began = at + 1
      para.push(line)
    }
  }
  flush()
  return blocks
}

/**
 * A template with its facts filled in. Facts that are not there are named with the place they are missing at, so that
 * whoever sends it sees all of them at once.
 *
 * @example compose({ title: 'NDA', short: '', body: 'I, {{person.name}}, agree.' }, '', facts).missing // []
 */
export function compose(source: Source, between: string, facts: Facts): Composed {
  const desk: Desk = { facts, missing: [], faults: [], fields: new Map() }
  const plain = (text: string, where: string) =>
    runsOf(text, where, desk)
      .map((run) => run.text)
      .join('')
  const title = plain(source.title, 'the title')
  const short = source.short
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, at) => ({
      allowed: !/^[-−×]/.test(line),
      runs: runsOf(line.replace(/^[-+−×]\s*/, ''), `In short, line ${at + 1}`, desk),
    }))
  const blocks = blocksOf(source.body, desk, { where: '', number: 0, depth: 0 })
  const content = { title, between: plain(between, 'the parties'), short, blocks, fields: [...desk.fields.values()] }
  return { content, missing: desk.missing, faults: desk.faults }
}

/** The paper with what a signer wrote into its fields. */
export function withAnswers(content: Content, answers: Readonly<Record<string, string>>): Content {
  const value = (key: string) => answers[key] ?? content.fields.find((it) => it.key === key)?.value ?? ''
  const filled = (runs: readonly Run[]): Run[] =>
    runs.map((run) => (run.field === undefined ? run : { ...run, text: value(run.field) }))
  return {
    ...content,
    short: content.short.map((line) => ({ ...line, runs: filled(line.runs) })),
    blocks: content.blocks.map((it) => ('runs' in it ? { ...it, runs: filled(it.runs) } : it)),
    fields: content.fields.map((it) => ({ ...it, value: value(it.key) })),
  }
}

/** The same content is the same text, whatever order its keys came back from the database in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`)
      .join(',')}}`
  return JSON.stringify(value ?? null)
}

/** How long it takes to read, at 200 words a minute. */
export function readingMinutes(content: Content): number {
  const words = content.blocks.flatMap((it) =>
    it.kind === 'terms'
      ? it.rows.map((row) => `${row.label} ${row.value}`)
      : 'runs' in it
        ? it.runs.map((run) => run.text)
        : it.text,
  )
  return Math.max(1, Math.round(words.join(' ').split(/\s+/).length / 200))
}
