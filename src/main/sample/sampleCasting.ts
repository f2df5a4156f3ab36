import * as casting from '../../departments/casting/index.ts'
import { minuteOf, type PlainDay } from '../../kernel/time.ts'
import type { Loading } from './samplePeople.ts'
import type { Sample } from './sampleData.ts'

type Applicant = Sample['casting']['roles'][number]['candidates'][number]

/** Three roles that are still open, who is put forward for them, one day on which they are seen, one selection not sent yet. */
export async function loadCasting({ app, scope, actor, sample, dates }: Loading): Promise<void> {
  const today = app.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const known = new Map<string, { id: casting.RoleId; candidateIds: casting.CandidateId[] }>()
  for (const { shootsOnDay, candidates, ...role } of sample.casting.roles) {
    const shootDays = shootsOnDay === null ? [] : [dates[shootsOnDay - 1] as PlainDay]
    const { id } = await casting.addRole(app, { scope, actor, body: { ...role, elementId: null, shootDays } })
    const candidateIds: casting.CandidateId[] = []
    for (const it of candidates) {
      const body = { roleId: id, personIds: [], typed: typedOf(it, today), source: it.source }
      candidateIds.push(...(await casting.addCandidates(app, { scope, actor, body })).added)
    }
    known.set(role.name, { id, candidateIds })
  }
  const { session, selection } = sample.casting
  const seen = known.get(session.role)
  const chosen = known.get(selection.of)
  if (seen === undefined || chosen === undefined) throw new Error('The sample casts a role it does not have.')
  const { id } = await casting.addSession(app, {
    scope,
    actor,
    body: {
      roleId: seen.id,
      kind: 'audition',
      onDate: today.add({ days: 3 }).toString() as PlainDay,
      fromMinute: minuteOf(session.from),
      untilMinute: minuteOf(session.until),
      slotMinutes: session.slotMinutes,
      breaks: [{ at: minuteOf('11:00'), minutes: 15 }],
      place: session.place,
    },
  })
  await casting.fillSession(app, { scope, actor, id })
  await casting.addPresentation(app, {
    scope,
    actor,
    body: {
      title: selection.title,
      fields: ['age', 'city', 'notes', 'reel'],
      items: chosen.candidateIds.slice(0, 2).map((candidateId) => ({ candidateId, group: '', note: '' })),
    },
  })
}

function typedOf({ age, source: _, ...it }: Applicant, today: Temporal.PlainDate) {
  const [first = '', last = ''] = it.name.toLowerCase().split(' ')
  return {
    ...it,
    email: `${first}.${last}@example.com`,
    ...(age !== undefined && {
      birthDate: today.subtract({ years: age, months: 4 }).toString() as PlainDay,
    }),
  }
}
