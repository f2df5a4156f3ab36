import { IconPhone } from '@tabler/icons-react'
import { Button } from '../../../ui/Button.tsx'
import { CallLink } from '../../../ui/CallLink.tsx'
import { classes } from '../../../ui/classes.ts'
import { InstantTimeText } from '../../../ui/DateText.tsx'
import type { NoticeLine } from '../distribution.contract.ts'
import css from './Distribution.module.css'
import type { PersonAct } from './DistributionActs.tsx'
import { reasonWords, stateWords } from './distributionWords.ts'

interface Props {
  people: NoticeLine[]
  zone: string
  current: string | undefined
  canSend: boolean
  onOpen: (id: string) => void
  onAct: (act: PersonAct) => void
}

/** Those a reminder does not help: they wait for an answer, or for an address that works. */
export function DistributionNeeds({ people, zone, current, canSend, onOpen, onAct }: Props) {
  if (people.length === 0) return null
  return (
    <section className={css.needs} aria-label="Need you">
      <h2>{people.length === 1 ? '1 needs you' : `${people.length} need you`}</h2>
      {people.map((line) => (
        <div key={line.id} className={classes(css.need, current === line.id && css.open)}>
          <button type="button" className={css.who} onClick={() => onOpen(line.id)}>
            <b>{line.name}</b>
            <small>
              {line.position}, call {line.callText}
            </small>
          </button>
          <div>
            {line.state === 'problem' ? <Trouble line={line} zone={zone} /> : <Unreached line={line} zone={zone} />}
          </div>
          <div className={css.acts}>
            {line.phone !== null && (
              <CallLink number={line.phone} icon={<IconPhone size={14} />}>
                Call
              </CallLink>
            )}
            {canSend && line.state === 'problem' && (
              <Button size="small" onClick={() => onAct({ kind: 'answer', line })}>
                Answer
              </Button>
            )}
            {canSend && line.state !== 'problem' && (
              <Button size="small" onClick={() => onAct({ kind: 'correct', line })}>
                Correct and send
              </Button>
            )}
            {canSend && (
              <Button size="small" onClick={() => onAct({ kind: 'confirm', line })}>
                Said yes
              </Button>
            )}
          </div>
        </div>
      ))}
    </section>
  )
}

const Trouble = ({ line, zone }: { line: NoticeLine; zone: string }) => (
  <>
    {line.problem?.text ? `“${line.problem.text}”` : (reasonWords[line.problem?.reason ?? ''] ?? 'A problem')}
    <small>
      {reasonWords[line.problem?.reason ?? ''] ?? 'Problem'}, <InstantTimeText at={line.stateAt} zone={zone} />.{' '}
      {line.problem?.answer ? `Answered by ${line.problem.answer.by}, not confirmed yet` : 'No answer yet'}
    </small>
  </>
)

const Unreached = ({ line, zone }: { line: NoticeLine; zone: string }) => (
  <>
    {line.email ?? line.phone ?? 'No address on file'}: {line.remedy ?? line.reply}
    <small>
      {stateWords[line.state].word}, <InstantTimeText at={line.stateAt} zone={zone} />
      {line.reply && `. Their server said: ${line.reply}`}
    </small>
  </>
)
