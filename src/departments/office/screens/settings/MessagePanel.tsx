import { useAsk, useChange } from '../../../../client/react.ts'
import { Button } from '../../../../ui/Button.tsx'
import { MomentText } from '../../../../ui/DateText.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Status } from '../../../../ui/Status.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { getMail, sendMail, type MailRecord } from '../../../../platform/mail/mail.contract.ts'
import css from './MessagePanel.module.css'
import { mailStandings } from './mail.words.ts'

const waits: readonly MailRecord['state'][] = ['unsent', 'deferred', 'bounced', 'dropped']

function Message({ mail }: { mail: MailRecord }) {
  const send = useChange(sendMail, { onDone: () => toast.done('It is tried again now') })
  return (
    <>
      <Facts
        of={[
          ['To', mail.to.address],
          [
            'State',
            <Status key="state" is={mailStandings[mail.state]}>
              {mail.state}
            </Status>,
          ],
          ['Since', <MomentText key="since" at={mail.stateAt} />],
          ...(mail.reply === null ? [] : [['Answer', mail.reply] as const]),
          ...(mail.remedy === null ? [] : [['What to do', mail.remedy] as const]),
        ]}
      />
      <pre className={css.text}>{mail.text ?? 'A sign-in letter: only its reader sees it.'}</pre>
      {mail.attempts.length > 0 && (
        <ol className={css.tries}>
          {mail.attempts.map((attempt) => (
            <li key={attempt.at}>
              <MomentText at={attempt.at} /> {attempt.state}. {attempt.reply}
            </li>
          ))}
        </ol>
      )}
      {waits.includes(mail.state) && !mail.withdrawn && (
        <Button
          busy={send.isPending}
          onClick={() => send.mutate({ params: { messageId: mail.id } }, { onError: toast.problem })}
        >
          Try again
        </Button>
      )}
    </>
  )
}

/** One message with its words and every try. */
export function MessagePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const asked = useAsk(getMail, { params: { messageId: id } })
  return (
    <Panel title={asked.data?.subject ?? 'Message'} onClose={onClose}>
      <Loaded of={asked}>{(mail) => <Message mail={mail} />}</Loaded>
    </Panel>
  )
}
