import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

interface Old {
  name: string
  steps: { fromHours: number; times: number }[]
  method: 'guarantee' | 'flat'
  source: string
  dated: string
}

/** Overtime is kept in one place, with pay. What only deal memos had moves there; what both had stays once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Old>`
    select name, steps, method, source, dated::text as dated from agreement_overtime order by id`.execute(db)
  for (const { name, steps, method, source, dated } of rows) {
    const rules = {
      // Plain time is not a step there: hours before the first step are plain.
      steps: steps
        .filter(({ times }) => times > 1)
        .map(({ fromHours, times }) => ({ fromMinutes: Math.round(fromHours * 60), percent: Math.round(times * 100) })),
      sixthDay: null,
      seventhDay: null,
      weekly: null,
      night: null,
      incrementMinutes: 1,
    }
    const hourly = method === 'guarantee' ? 'overtime_inside' : 'flat'
    await sql`
      insert into pay_profile (id, name, source, as_of, hourly, rules)
      select ${randomUUID()}, case when exists (select from pay_profile where name = ${name}) then ${`${name} (deal memos)`} else ${name} end,
        ${source}, ${dated}::date, ${hourly}, ${JSON.stringify(rules)}::jsonb
      where not exists (
        select from pay_profile where hourly = ${hourly} and rules -> 'steps' = ${JSON.stringify(rules.steps)}::jsonb)`.execute(
      db,
    )
  }
  await sql`drop table agreement_overtime`.execute(db)
}
