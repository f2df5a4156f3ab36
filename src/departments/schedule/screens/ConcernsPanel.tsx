import { memo, useState } from 'react'
import type { Concern } from '../../../kernel/concern.ts'
import type { ProductionId } from '../../../kernel/ids.ts'
import { useAsk, useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { ConcernAnswer, type GivenAnswer } from '../../../ui/ConcernAnswer.tsx'
import { SeverityIcon } from '../../../ui/ConcernList.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { answerConcern, listConcerns, withdrawAnswer } from '../../office/concern.contract.ts'
import css from './side.module.css'

interface ConcernsPanelProps {
  productionId: ProductionId
  concerns: readonly Concern[]
  /** Only this date, when a day was asked about. */
  onDate: string | undefined
  onShowAll: () => void
}

/** Everything that clashes on this board; each can be accepted or put off with a reason, which is kept with who and when. */
export const ConcernsPanel = memo(function ConcernsPanel({
  productionId,
  concerns,
  onDate,
  onShowAll,
}: ConcernsPanelProps) {
  const params = { productionId }
  const answers = useAsk(listConcerns, { params })
  const answered = new Map(answers.data?.items.map((it) => [it.key, it.answer]))
  const mayAnswer = answers.data?.mayAnswer ?? false
  const accept = useChange(answerConcern)
  const reopen = useChange(withdrawAnswer)
  const [asking, setAsking] = useState<Concern>()
  const shown = concerns.filter((concern) => onDate === undefined || concern.onDate === onDate)
  const open = shown.filter((concern) => !answered.get(concern.key))
  const settled = shown.filter((concern) => answered.get(concern.key))
  const again = (key: string) => reopen.mutate({ params, body: { key } }, { onError: toast.problem })
  const give = (given: GivenAnswer) => {
    if (!asking) return
    const { key } = asking
    accept.mutate(
      { params, body: { key, ...given } },
      {
        onSuccess: () => {
          setAsking(undefined)
          toast.done(given.answer === 'accepted' ? 'Accepted, with your reason' : 'Put off', { undo: () => again(key) })
        },
        onError: toast.problem,
      },
    )
  }
  return (
    <section className={css.sideTop} aria-label="Concerns">
      <header className={css.sideHead}>
        <h2>{open.length === 0 ? 'Nothing clashes' : plural(open.length, 'concern')}</h2>
        {onDate !== undefined && <TextButton onClick={onShowAll}>Show all days</TextButton>}
      </header>
      {open.length === 0 && (
        <p className={css.quiet}>
          People, places, rest, daylight and minors’ hours are looked at whenever the board changes.
        </p>
      )}
      <ul className={css.lists}>
        {open.map((concern) => (
          <li key={concern.key} className={css.section}>
            <div className={css.found}>
              <SeverityIcon of={concern.severity} size={14} />
              <b>{concern.message}</b>
              {concern.causes.map((cause) => (
                <span key={cause}>{cause}</span>
              ))}
              <span>{concern.remedy}</span>
              {mayAnswer && <TextButton onClick={() => setAsking(concern)}>Answer…</TextButton>}
            </div>
          </li>
        ))}
        {settled.map((concern) => (
          <li key={concern.key} className={css.section}>
            <div className={css.found}>
              <span>{concern.message}</span>
              <span>
                {answered.get(concern.key)?.answer === 'snoozed' ? 'Put off' : 'Accepted'} by{' '}
                {answered.get(concern.key)?.by}: {answered.get(concern.key)?.reason}
              </span>
              {mayAnswer && <TextButton onClick={() => again(concern.key)}>Open again</TextButton>}
            </div>
          </li>
        ))}
      </ul>
      <ConcernAnswer concern={asking} busy={accept.isPending} onAnswer={give} onClose={() => setAsking(undefined)} />
    </section>
  )
})
