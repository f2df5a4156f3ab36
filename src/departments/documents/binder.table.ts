import type { ColumnType, Generated } from 'kysely'
import type { ProductionId, UserId } from '../../kernel/ids.ts'
import type { BinderGap, BinderId, BinderSection } from './binder.contract.ts'

type Written<T, W> = ColumnType<T, W, W>

interface DocumentBinderTable {
  id: BinderId
  production_id: ProductionId
  /** Built with the eyes of this person. */
  user_id: UserId
  asked_at: ColumnType<Temporal.Instant, string, never>
  asked_by: string
  state: Generated<'queued' | 'building' | 'ready' | 'failed'>
  done: Generated<number>
  total: number | null
  problem: string | null
  contents: Written<BinderSection[], string>
  missing: Written<BinderGap[], string>
  pages: number | null
  files: number | null
  pdf_bytes: number | null
  pdf_sha256: string | null
  zip_bytes: number | null
  zip_sha256: string | null
  finished_at: Written<Temporal.Instant | null, string | null>
}

declare module '../../platform/database/schema.ts' {
  interface Schema {
    document_binder: DocumentBinderTable
  }
}
