import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { ConcernAnswer } from '../../../ui/ConcernAnswer.tsx'
import { ConcernList, ConcernRow } from '../../../ui/ConcernList.tsx'
import { formatInstant } from '../../../ui/dates.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { answerConcern, listConcerns, withdrawAnswer, type AnsweredConcern } from '../../office/concern.contract.ts'
import css from './OverviewPage.module.css'

const answerText = ({ answer }: AnsweredConcern) =>
  answer &&
  `${answer.answer === 'accepted' ? 'Accepted' : `Put off till ${answer.until ? formatInstant(answer.until) : 'later'}`} by ${answer.by}: ${answer.reason}`

interface ConcernsProps {
  items: AnsweredConcern[]
  mayAnswer: boolean
  productionId: string
}

function Concerns({ items, mayAnswer, productionId }: ConcernsProps) {
  const [asking, setAsking] = useState<AnsweredConcern>()
  const params = { productionId }
  const reopen = useChange(withdrawAnswer)
  const answer = useChange(answerConcern)
  const again = (key: string) => reopen.mutate({ params, body: { key } }, { onError: toast.problem })
  const verb = (concern: AnsweredConcern) =>
    concern.answer === null ? (
      <TextButton onClick={() => setAsking(concern)}>Answer</TextButton>
    ) : (
      <TextButton onClick={() => again(concern.key)}>Reopen</TextButton>
    )
  const [open, answered] = [items.filter((it) => it.answer === null), items.filter((it) => it.answer !== null)]
  return (
    <>
      {items.length === 0 && <p className={css.quiet}>The checks found nothing.</p>}
      <ConcernList of={open} right={(it) => mayAnswer && verb(it)} />
      {answered.length > 0 && (
        <details>
          <summary className={css.quiet}>{answered.length} answered</summary>
          <ul className={css.answered}>
            {answered.map((it) => (
              <ConcernRow
                key={it.key}
                concern={{ ...it, causes: [], remedy: answerText(it) ?? '' }}
                right={mayAnswer && verb(it)}
              />
            ))}
          </ul>
        </details>
      )}
      <ConcernAnswer
        concern={asking}
        busy={answer.isPending}
        onClose={() => setAsking(undefined)}
        onAnswer={(given) => {
          if (!asking) return
          const { key } = asking
          const onSuccess = () => {
            setAsking(undefined)
            toast.done(given.answer === 'accepted' ? 'Accepted, with your reason' : 'Put off', {
              undo: () => again(key),
            })
          }
          answer.mutate({ params, body: { key, ...given } }, { onSuccess, onError: toast.problem })
        }}
      />
    </>
  )
}

/** What the checks find in this production; each can be accepted or put off with a reason. */
export function ProductionConcerns({ productionId }: { productionId: string }) {
  const asked = useAsk(listConcerns, { params: { productionId } })
  const open = asked.data?.items.filter((it) => it.answer === null) ?? []
  const blocking = open.filter((it) => it.severity === 'blocks').length
  return (
    <Section
      title="Concerns"
      count={open.length}
      right={blocking > 0 ? `${blocking} ${blocking === 1 ? 'blocks' : 'block'} a shoot` : undefined}
    >
      <Loaded of={asked}>
        {({ items, mayAnswer }) => <Concerns items={items} mayAnswer={mayAnswer} productionId={productionId} />}
      </Loaded>
    </Section>
  )
}
