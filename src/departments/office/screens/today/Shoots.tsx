import { IconCircleCheck, IconMapPin, IconPhone } from '@tabler/icons-react'
import type { TodayShoot } from '../../../../kernel/today.ts'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { formatDay } from '../../../../ui/dates.ts'
import { Meter, type MeterPart } from '../../../../ui/Meter.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Status, StatusMark, type Standing } from '../../../../ui/Status.tsx'
import type { Today } from '../../today.contract.ts'
import { comingShoots } from '../../today.rules.ts'
import css from './Shoots.module.css'
import page from './TodayPage.module.css'

/** Confirmed, seen, nothing yet, problem, bounced: a shape and a word each. */
const partsOf = ({ counts }: TodayShoot): MeterPart[] => [
  { is: 'go', count: counts.confirmed, label: 'confirmed' },
  { is: 'seen', count: counts.opened, label: 'opened' },
  { is: 'waiting', count: counts.waiting, label: 'not opened' },
  { is: 'attention', count: counts.problem, label: counts.problem === 1 ? 'problem' : 'problems' },
  { is: 'stop', count: counts.bounced, label: 'bounced' },
]

const standings: Record<string, Standing> = {
  opened: 'seen',
  problem: 'attention',
  bounced: 'stop',
  blocked: 'stop',
  confirmed: 'go',
}

const standingOf = (state: string): Standing => standings[state.split(/[\s,]/)[0] ?? ''] ?? 'waiting'

function Legend({ shoot }: { shoot: TodayShoot }) {
  const { people, confirmed } = shoot.counts
  if (people === 0) return <p className={css.legend}>Nobody has been told yet.</p>
  if (confirmed === people)
    return (
      <p className={css.legend}>
        <Status is="go">
          <b>All {people}</b> confirmed
        </Status>
      </p>
    )
  return (
    <p className={css.legend}>
      {partsOf(shoot)
        .filter(({ count, is }) => count > 0 || is === 'go')
        .map(({ is, count, label }) => (
          <span key={label}>
            <StatusMark is={is} label={label} /> <b>{count}</b> {is === 'go' ? `of ${people} confirmed` : label}
          </span>
        ))}
    </p>
  )
}

function Missing({ shoot }: { shoot: TodayShoot }) {
  if (shoot.missing.length === 0) return null
  return (
    <table className={css.missing} aria-label="Not confirmed yet">
      <tbody>
        {shoot.missing.map(({ name, position, call, state }) => (
          <tr key={`${name}${call}`}>
            <td>{call}</td>
            <td>{name}</td>
            <td>{position}</td>
            <td>
              <Status is={standingOf(state)}>{state}</Status>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Shoot({ shoot, title, chief }: { shoot: TodayShoot; title: string; chief: boolean }) {
  const { people, confirmed } = shoot.counts
  const open = people - confirmed
  return (
    <article className={css.shoot}>
      <div className={css.head}>
        <b>{title}</b>
        <span>{shoot.label}</span>
        {shoot.generalCall !== null && <time className={css.call}>{shoot.generalCall}</time>}
      </div>
      <p className={css.place}>
        {shoot.place !== null && (
          <>
            <IconMapPin size={14} aria-hidden />
            {shoot.place}
          </>
        )}
      </p>
      {people > 0 && <Meter parts={partsOf(shoot)} />}
      <Legend shoot={shoot} />
      <Missing shoot={shoot} />
      <div className={css.actions}>
        {open > 0 && (
          <ButtonLink to={shoot.href} kind={chief ? 'accent' : 'plain'} icon={<IconPhone size={16} />}>
            Chase {open}
          </ButtonLink>
        )}
        {open === 0 && (
          <ButtonLink to={shoot.href} icon={people > 0 ? <IconCircleCheck size={16} /> : undefined}>
            Call sheet
          </ButtonLink>
        )}
      </div>
    </article>
  )
}

/** The shoots that are next, and how far their people have confirmed. */
export function Shoots({ today }: { today: Today }) {
  const coming = comingShoots(today.shoots, today.date)
  const first = coming.shoots[0]
  const chief = coming.shoots.find(({ counts }) => counts.people > counts.confirmed)
  return (
    <Section title={coming.title} count={coming.shoots.length} right={first && formatDay(first.onDate)}>
      {coming.shoots.length === 0 && <p className={page.quiet}>No call sheet is out for a coming day.</p>}
      {coming.shoots.map((shoot) => (
        <Shoot
          key={shoot.href}
          shoot={shoot}
          title={today.productions.find((it) => it.id === shoot.productionId)?.title ?? ''}
          chief={shoot === chief}
        />
      ))}
    </Section>
  )
}
