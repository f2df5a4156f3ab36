import { useEffect, useState } from 'react'
import { useChange } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { CopyField } from '../../../../ui/CopyField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { answerChallenge, type Challenge } from '../../challenge.contract.ts'
import noteCss from './note.module.css'
import panelCss from './panel.module.css'

interface ChallengeCardProps {
  challenge: Challenge
  productionId: string
  mayAnswer: boolean
}

const over: Record<Challenge['state'], string> = {
  open: '',
  booked: 'was booked',
  released: 'was released',
  lapsed: 'ran out and released the hold',
  withdrawn: 'was withdrawn',
}

/** The clock of a challenge, and the buttons of whichever side looks at it. */
export function ChallengeCard({ challenge, productionId, mayAnswer }: ChallengeCardProps) {
  const now = useMinute()
  const answer = useChange(answerChallenge)
  const [asked, due] = [Date.parse(challenge.askedAt), Date.parse(challenge.dueAt)]
  const give = (word: 'book' | 'release' | 'withdraw') =>
    answer.mutate(
      { params: { productionId, challengeId: challenge.id }, body: { answer: word } },
      { onError: toast.problem, onSuccess: () => toast.done('Answered') },
    )
  if (challenge.state !== 'open')
    return (
      <p className={noteCss.told}>
        The challenge {challenge.side === 'ours' ? `of ${challenge.other}` : `by ${challenge.other}`}{' '}
        {over[challenge.state]}.
      </p>
    )
  const left = Math.max(0, due - now)
  const ours = challenge.side === 'ours'
  return (
    <div className={panelCss.clock} role="status">
      <div>
        <span>{ours ? `${challenge.other} must answer in` : 'Answer in'}</span>
        <strong>
          {Math.floor(left / 3_600_000)} h {Math.floor((left % 3_600_000) / 60_000)} min
        </strong>
      </div>
      <progress max={due - asked} value={Math.max(0, now - asked)} aria-label="Time that has passed" />
      <p>{challenge.rule}</p>
      {mayAnswer && (
        <div className={panelCss.actions}>
          {ours ? (
            <Button busy={answer.isPending} onClick={() => give('withdraw')}>
              Withdraw
            </Button>
          ) : (
            <>
              <Button kind="accent" busy={answer.isPending} onClick={() => give('book')}>
                Book
              </Button>
              <Button busy={answer.isPending} onClick={() => give('release')}>
                Release
              </Button>
            </>
          )}
        </div>
      )}
      {challenge.theirPage !== null && <CopyField label="Their page" value={challenge.theirPage} />}
    </div>
  )
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
