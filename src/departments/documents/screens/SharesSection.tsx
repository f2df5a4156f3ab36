import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { listShares, listVisits, revokeShare, type Share } from '../access.contract.ts'
import css from './DocumentPanel.module.css'
import { EndText } from './EndText.tsx'
import { shareStates, visitWords, wayOf } from './words.ts'

interface SharesSectionProps {
  productionId: string
  documentId: string
}

/** With whom it was shared, how often it was opened, and the way to end it. */
export function SharesSection({ productionId, documentId }: SharesSectionProps) {
  const asked = useAsk(listShares, { params: { productionId, documentId } })
  const revoke = useChange(revokeShare)
  const [visits, setVisits] = useState<Share>()
  const items = asked.data?.items ?? []
  if (items.length === 0) return asked.error ? <Loaded of={asked}>{() => null}</Loaded> : null
  return (
    <Section title="Shared with" count={items.length}>
      <ul className={css.shares}>
        {items.map((it) => (
          <li key={it.id}>
            <span>
              <b>{it.holderName}</b>
            </span>
            <Status is={shareStates[it.state][0]}>{shareStates[it.state][1]}</Status>
            <small>
              {wayOf(it)}
              {it.expiresAt !== null && (
                <>
                  , until <EndText at={it.expiresAt} />
                </>
              )}
            </small>
            <span className={css.ends}>
              {it.channel !== 'attachment' && (
                <TextButton onClick={() => setVisits(it)}>
                  {it.visits === 0 ? 'Not opened' : plural(it.visits, 'visit')}
                </TextButton>
              )}
              {it.state === 'open' && (
                <TextButton
                  onClick={() =>
                    revoke.mutate(
                      { params: { productionId, documentId, shareId: it.id } },
                      {
                        onError: toast.problem,
                        onSuccess: () => toast.done(`The link of ${it.holderName} opens nothing now`),
                      },
                    )
                  }
                >
                  Withdraw
                </TextButton>
              )}
            </span>
          </li>
        ))}
      </ul>
      {visits && (
        <Dialog open onClose={() => setVisits(undefined)} title={`Visits of ${visits.holderName}`}>
          <Visits {...{ productionId, documentId }} shareId={visits.id} />
        </Dialog>
      )}
    </Section>
  )
}

function Visits({ shareId, ...params }: SharesSectionProps & { shareId: string }) {
  const asked = useAsk(listVisits, { params: { ...params, shareId } })
  return (
    <Loaded of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <p>Nobody has opened this link yet.</p>
        ) : (
          <ul className={css.shares}>
            {items.map((it) => (
              <li key={it.at}>
                <span>{visitWords[it.what] ?? it.what}</span>
                <MomentText at={it.at} />
                <small>{[it.address, it.agent].filter(Boolean).join(', ')}</small>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
