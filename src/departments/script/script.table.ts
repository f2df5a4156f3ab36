import type { ColumnType, Generated } from 'kysely'
import type { ProductionId } from '../../kernel/ids.ts'
import type { Bucket, IntExt } from './heading.rules.ts'
import type { ElementKind, ScriptElement, SourceTag, TitleEntry } from './screenplay.rules.ts'
import type { ElementId, SceneId, ScriptDraftId, ScriptId } from './scene.contract.ts'

type Written<T, W> = ColumnType<T, W, W>
type Json<T> = Written<T, string>

interface ScriptTable {
  id: ScriptId
  production_id: ProductionId
  title: string
  kind: 'screenplay' | 'list'
  created_at: ColumnType<Temporal.Instant, string, never>
}

interface ScriptDraftTable {
  id: ScriptDraftId
  production_id: ProductionId
  script_id: ScriptId | null
  /** Counted per script once it is committed; a staged import has none. */
  number: number | null
  name: string
  colour: Json<{ name: string; hex: string }>
  format: 'fountain' | 'fdx'
  file_name: string | null
  source: Buffer
  sha256: string
  retags: Json<{ line: number; kind: ElementKind }[]>
  /** A person's corrections: which old scene the new one at `index` is; null for none. */
  matches: Json<{ index: number; sceneId: SceneId | null }[]>
  title_page: Json<TitleEntry[]>
  preamble: Json<ScriptElement[]>
  extras: Json<string[]>
  source_tags: Json<SourceTag[]>
  pages: Generated<number>
  created_at: ColumnType<Temporal.Instant, string, never>
  created_by: string
  committed_at: Written<Temporal.Instant | null, string | null>
  version: Generated<number>
}

export interface SceneTable {
  id: SceneId
  production_id: ProductionId
  script_id: ScriptId
  number: string | null
  int_ext: IntExt | null
  set_name: string
  time_of_day: string | null
  bucket: Bucket | null
  heading: string
  synopsis: string
  script_day: string | null
  unit: string | null
  eighths: number
  eighths_override: number | null
  /** Planned length of a frame, an interview, a segment, where pages say nothing. */
  minutes: number | null
  page: string | null
  position: number
  omitted: boolean
  /** No scene of the newest draft is this one; it keeps its sheet and its strips until somebody decides. */
  left_out: boolean
  breakdown_state: Generated<'todo' | 'part' | 'done'>
  note: Generated<string>
  version: Generated<number>
}

interface SceneTextTable {
  draft_id: ScriptDraftId
  scene_id: SceneId
  position: number
  number: string | null
  eighths: number
  page: string | null
  elements: Json<ScriptElement[]>
}

interface ElementCategoryTable {
  code: string
  name: string
  colour: string
  mark: 'solid' | 'dashed' | 'dotted' | 'double' | 'thick'
  icon: string
  key: string | null
  sort: number
  version: Generated<number>
}

interface ElementTable {
  id: ElementId
  production_id: ProductionId
  category: string
  name: string
  aliases: string[]
  board_id: string | null
  is_minor: Generated<boolean>
  age: number | null
  allow_hold: Generated<boolean>
  allow_drop: Generated<boolean>
  min_drop_days: Generated<number>
  do_not_exceed_minutes: number | null
  notes: Generated<string>
  version: Generated<number>
  merged_into: ElementId | null
  archived_at: Written<Temporal.Instant | null, string | null>
}

interface SceneElementTable {
  scene_id: SceneId
  element_id: ElementId
  quantity: number
  note: string
}

interface ElementLinkTable {
  anchor_id: ElementId
  brings_id: ElementId
  quantity: number
  note: string
}

interface ProposalDismissalTable {
  scene_id: SceneId
  key: string
  at: ColumnType<Temporal.Instant, string, never>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    script: ScriptTable
    script_draft: ScriptDraftTable
    scene: SceneTable
    scene_text: SceneTextTable
    element_category: ElementCategoryTable
    element: ElementTable
    scene_element: SceneElementTable
    element_link: ElementLinkTable
    proposal_dismissal: ProposalDismissalTable
  }
}
