import type { ProductionRole } from '../../kernel/abilities.ts'

/** Whoever opens a document: a role in the production, a guest with a link, or the office at its own work. */
export type Reader = ProductionRole | 'link' | 'system'

/** What of a class decides who may read. */
export interface ReadingRule {
  readonly code: string
  readonly readers: readonly Reader[]
  readonly isListed: boolean
  readonly needsNda: boolean
  readonly ndaExempt: readonly Reader[]
}

interface Reading {
  readonly reader: Reader
  /** Put it there themselves. */
  readonly isOwn: boolean
  /** Was let in until a moment that has not passed. */
  readonly isGranted: boolean
  readonly hasNda: boolean
}

/** `open`; `terms` once the confidentiality terms are agreed; `ask` shows the name and takes a request; `hidden` is not there. */
export type Standing = 'open' | 'terms' | 'ask' | 'hidden'

/** How a document of this class stands to somebody. */
export function standing(rule: ReadingRule, { reader, isOwn, isGranted, hasNda }: Reading): Standing {
  const isRead = reader === 'system' || rule.readers.includes(reader) || isOwn || isGranted
  if (!isRead) return rule.isListed ? 'ask' : 'hidden'
  if (!rule.needsNda || hasNda || isOwn || reader === 'system' || rule.ndaExempt.includes(reader)) return 'open'
  return 'terms'
}

/** The classes a role opens by itself and those it sees by name, for asking the database once. */
export function classesFor(rules: readonly ReadingRule[], reader: Reader): { read: string[]; listed: string[] } {
  const read = rules.filter((rule) => reader === 'system' || rule.readers.includes(reader))
  const listed = rules.filter((rule) => rule.isListed || read.includes(rule))
  return { read: read.map(({ code }) => code), listed: listed.map(({ code }) => code) }
}
