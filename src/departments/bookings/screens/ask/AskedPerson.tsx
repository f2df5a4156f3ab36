import { useChange } from '../../../../client/react.ts'
import { Avatar } from '../../../../ui/Avatar.tsx'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { formatInstant } from '../../../../ui/dates.ts'
import { Status, type Standing } from '../../../../ui/Status.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { decideAsk, type Ask } from '../../ask.contract.ts'
import { isCandidate } from '../../ask.rules.ts'
import css from './Ask.module.css'
import { OfferTable } from './OfferTable.tsx'

type Person = Ask['people'][number]

interface AskedPersonProps {
  ask: Ask
  person: Person
  mayDecide: boolean
  onCounter: () => void
}

const looks: Record<Person['state'], [Standing, string]> = {
  asked: ['waiting', 'No answer'],
  yes: ['go', 'Yes'],
  yes_if: ['half', 'Yes, if'],
  counter: ['attention', 'Counter-offer'],
  no: ['off', 'No'],
  won: ['go', 'Taken'],
  let_go: ['off', 'Let go'],
  expired: ['off', 'No answer in time'],
}

function heard({ state, askedAt, answerBy, openedAt, answeredAt, leavesAt, undelivered }: Person): string {
  if (answeredAt !== null) return `Answered ${formatInstant(answeredAt)}`
  if (state === 'asked' && leavesAt !== null) return `Letter leaves ${formatInstant(leavesAt)}`
  if (state === 'asked' && undelivered && openedAt === null) return 'The letter did not get through'
  if (state !== 'asked') return `Asked ${formatInstant(askedAt)}`
  return `Asked ${formatInstant(askedAt)}${openedAt === null ? '' : ', read'}, answers by ${formatInstant(answerBy)}`
}

/** One of those asked: how it stands with them, and what their answer asks of us. */
export function AskedPerson({ ask, person, mayDecide, onCounter }: AskedPersonProps) {
  const decide = useChange(decideAsk)
  const [look, word] = looks[person.state]
  const byHand = !person.reachable
    ? 'No e-mail address is known. Their page'
    : person.undelivered && person.openedAt === null
      ? 'Hand over their page another way'
      : null
  const answered = person.state === 'yes' || person.state === 'yes_if' || person.state === 'counter'
  const act = (body: { act: 'accept' | 'decline'; personId: Person['personId'] }, done: string) =>
    decide.mutate(
      { params: { productionId: ask.productionId, askId: ask.id }, ifMatch: ask.version, body },
      { onError: toast.problem, onSuccess: () => toast.done(done) },
    )
  const acts = mayDecide && isCandidate(person.state) && (
    <div className={css.acts}>
      <button
        type="button"
        className={css.accept}
        disabled={decide.isPending}
        onClick={() => act({ act: 'accept', personId: person.personId }, `${person.name} is taken`)}
      >
        {answered ? 'Accept' : 'Yes by phone'}
      </button>
      <button type="button" onClick={onCounter}>
        Counter
      </button>
      <button
        type="button"
        disabled={decide.isPending}
        onClick={() => act({ act: 'decline', personId: person.personId }, `${person.name} is released`)}
      >
        {answered ? 'Decline' : 'Release'}
      </button>
    </div>
  )
  return (
    <article className={css.person} aria-label={person.name}>
      <div className={css.who}>
        <Avatar name={person.name} />
        <span className={css.name}>
          <b>{person.name}</b>
          <small>{heard(person)}</small>
        </span>
        <Status is={look}>{word}</Status>
      </div>
      {person.words !== '' && <blockquote className={css.words}>{person.words}</blockquote>}
      {person.theirs ? (
        <OfferTable ours={person.offer} theirs={person.theirs} days={ask.dates.length}>
          {acts}
        </OfferTable>
      ) : (
        acts && <div className={css.box}>{acts}</div>
      )}
      {mayDecide && person.state === 'asked' && byHand !== null && person.page !== null && (
        <CopyField label={byHand} value={person.page} />
      )}
    </article>
  )
}
