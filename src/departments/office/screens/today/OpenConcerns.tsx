import { Fragment, useState } from 'react'
import { useAsk, useChange } from '../../../../client/react.ts'
import { TextButton, TextLink } from '../../../../ui/Button.tsx'
import { ConcernAnswer, type GivenAnswer } from '../../../../ui/ConcernAnswer.tsx'
import { ConcernRow } from '../../../../ui/ConcernList.tsx'
import { Go } from '../../../../ui/Go.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { answerConcern, withdrawAnswer } from '../../concern.contract.ts'
import { getMe } from '../../office.contract.ts'
import type { Today } from '../../today.contract.ts'
import css from './TodayPage.module.css'

type OpenConcern = Today['concerns'][number]

/** Answers a concern of any production, with a way back. */
function useAnswering() {
  const [asking, setAsking] = useState<OpenConcern>()
  const answer = useChange(answerConcern)
  const reopen = useChange(withdrawAnswer)
  const give = (given: GivenAnswer) => {
    if (!asking) return
    const params = { productionId: asking.productionId }
    const undo = () => reopen.mutate({ params, body: { key: asking.key } }, { onError: toast.problem })
    const onSuccess = () => {
      setAsking(undefined)
      toast.done(given.answer === 'accepted' ? 'Accepted, with your reason' : 'Put off', { undo })
    }
    answer.mutate({ params, body: { key: asking.key, ...given } }, { onSuccess, onError: toast.problem })
  }
  return { asking, ask: setAsking, give, busy: answer.isPending }
}

/** What the checks found in all productions, the most pressing first. */
export function OpenConcerns({ today }: { today: Today }) {
  const me = useAsk(getMe)
  const { asking, ask, give, busy } = useAnswering()
  const { open, blocking } = today.concernCounts
  const titleOf = (id: string) => today.productions.find((it) => it.id === id)?.title
  const mayAnswer = (id: string) =>
    me.data?.productions.find((it) => it.id === id)?.abilities.includes('concerns.answer') ?? false
  return (
    <Section
      title="Concerns"
      count={open}
      right={blocking > 0 ? `${blocking} ${blocking === 1 ? 'blocks' : 'block'} a shoot` : undefined}
    >
      {today.concerns.length === 0 && <p className={css.quiet}>The checks found nothing open.</p>}
      <ul>
        {today.concerns.map((concern) => (
          <Fragment key={`${concern.productionId}${concern.key}`}>
            <ConcernRow
              concern={concern}
              detail="line"
              right={
                <>
                  {today.productions.length > 1 && (
                    <Go to={`/productions/${concern.productionId}`}>{titleOf(concern.productionId)}</Go>
                  )}
                  {mayAnswer(concern.productionId) && <TextButton onClick={() => ask(concern)}>Answer</TextButton>}
                </>
              }
            />
            {concern.alike > 0 && (
              <li className={css.alike}>
                <TextLink to={`/productions/${concern.productionId}`}>and {concern.alike} more of this kind</TextLink>
              </li>
            )}
          </Fragment>
        ))}
      </ul>
      <ConcernAnswer concern={asking} busy={busy} onClose={() => ask(undefined)} onAnswer={give} />
    </Section>
  )
}
