import { ConcernList } from '../../../../ui/ConcernList.tsx'
import { Go } from '../../../../ui/Go.tsx'
import { Section } from '../../../../ui/Section.tsx'
import type { Today } from '../../today.contract.ts'
import css from './TodayPage.module.css'

type OpenConcern = Today['concerns'][number]

/** What the checks found in all productions, the most pressing first. Answers are given where the causes stand. */
export function OpenConcerns({ today }: { today: Today }) {
  const blocking = today.concerns.filter((it) => it.severity === 'blocks').length
  const production = (concern: OpenConcern) => today.productions.find((it) => it.id === concern.productionId)
  return (
    <Section
      title="Concerns"
      count={today.concerns.length}
      right={blocking > 0 ? `${blocking} ${blocking === 1 ? 'blocks' : 'block'} a shoot` : undefined}
    >
      {today.concerns.length === 0 && <p className={css.quiet}>The checks found nothing open.</p>}
      <ConcernList
        of={today.concerns}
        detail="line"
        right={(concern) => {
          const { productionId } = concern as OpenConcern
          return <Go to={`/productions/${productionId}`}>{production(concern as OpenConcern)?.title}</Go>
        }}
      />
    </Section>
  )
}
