import type pg from 'pg'

export interface TableInfo {
  /** `public.person`, quoted where it must be. */
  name: string
  /** Columns that hold something of their own, in order; generated ones are left out. */
  columns: string[]
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Schemas whose tables are ours: pg-boss makes its own again, and so does PostgreSQL. */
const OURS = `n.nspname not in ('pgboss', 'information_schema') and n.nspname !~ '^pg_'`
/** What the migrations write about themselves belongs to the target, not to the backup. */
const MIGRATION_TABLES = ['public.migration', 'public.migration_lock']

export async function tablesOf(client: pg.ClientBase): Promise<TableInfo[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           array_agg(quote_ident(a.attname)::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${OURS} and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by 1 order by 1`)
  return rows.filter(({ name }) => !MIGRATION_TABLES.includes(name))
}

export async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
           pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${OURS}
    order by 1, 2`)
  return rows
}

interface SequenceState {
  name: string
  value: string
  isCalled: boolean
}

export async function sequencesOf(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OURS} order by 1`)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const state = await client.query<{ last_value: string; is_called: boolean }>(
      `select last_value::text, is_called from ${name}`,
    )
    for (const { last_value, is_called } of state.rows) states.push({ name, value: last_value, isCalled: is_called })
  }
  return states
}

/** The steps this database has taken, oldest name first. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from public.migration order by name')
  return rows.map(({ name }) => name)
}
