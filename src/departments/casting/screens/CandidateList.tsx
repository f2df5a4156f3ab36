import { CheckField } from '../../../ui/CheckField.tsx'
import { StatusMark } from '../../../ui/Status.tsx'
import { useEndReached } from '../../../ui/useEndReached.ts'
import type { Candidate } from '../candidate.contract.ts'
import { verdictOf } from '../candidate.rules.ts'
import type { Role } from '../role.contract.ts'
import css from './Casting.module.css'
import type { Review } from './useReview.ts'
import { markStanding, markWords, standingOf, stateWords } from './words.ts'

interface CandidateListProps {
  items: readonly Candidate[]
  roles: readonly Role[]
  review: Review
  /** The end of the list came into view. */
  onEnd: (() => void) | undefined
}

/** Everybody who is shown, under their role, with what the reviewers say together. */
export function CandidateList({ items, roles, review, onEnd }: CandidateListProps) {
  const end = useEndReached(onEnd)
  const groups = Map.groupBy(items, ({ roleId }) => roleId)
  return (
    <nav className={css.list} aria-label="Candidates">
      {[...groups].map(([roleId, group]) => (
        <div key={roleId}>
          <div className={css.group}>{roles.find(({ id }) => id === roleId)?.name}</div>
          {group.map((it) => (
            <div key={it.id} className={css.line} data-current={it.id === review.current?.id}>
              <CheckField
                label={`Pick ${it.name}`}
                hideLabel
                value={review.picked.some(({ id }) => id === it.id)}
                onChange={() => review.pick(it.id)}
              />
              <button
                type="button"
                className={css.item}
                aria-current={it.id === review.current?.id}
                onClick={() => review.open(it.id)}
              >
                <span className={css.number}>{it.number}</span>
                <span>
                  {it.choice !== null && <b>{it.choice}. </b>}
                  {it.name}
                </span>
                <Verdict of={it} />
              </button>
            </div>
          ))}
        </div>
      ))}
      <div ref={end} />
    </nav>
  )
}

function Verdict({ of: it }: { of: Candidate }) {
  const verdict = verdictOf(it.marks)
  if (verdict === null) return <StatusMark is={standingOf[it.state]} label={stateWords[it.state]} />
  if (verdict === 'split') return <StatusMark is="attention" label="Reviewers disagree" />
  return <StatusMark is={markStanding[verdict]} label={`Marked ${markWords[verdict].toLowerCase()}`} />
}
