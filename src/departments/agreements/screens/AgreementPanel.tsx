import { useAsk } from '../../../client/react.ts'
import { MomentText } from '../../../ui/DateText.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { getAgreement, type AgreementId } from '../agreement.contract.ts'
import { kindWords } from '../kinds.rules.ts'
import { AgreementActs } from './AgreementActs.tsx'
import css from './Agreements.module.css'
import { PaperFacts } from './PaperFacts.tsx'
import { PaperText } from './PaperText.tsx'
import { PartyRow } from './PartyRow.tsx'
import { stateOf, stateStanding } from './words.ts'

interface Props {
  productionId: string
  id: AgreementId
  onClose: () => void
  onOpen: (id: string) => void
}

/** One paper: where it stands, who it waits on, how it reads, what happened. */
export function AgreementPanel({ productionId, id, onClose, onOpen }: Props) {
  const asked = useAsk(getAgreement, { params: { productionId, agreementId: id } })
  if (asked.data === undefined)
    return (
      <Panel title="Paper" onClose={onClose}>
        <Loaded of={asked}>{() => null}</Loaded>
      </Panel>
    )
  return (
    <Loaded of={asked}>
      {(it) => (
        <Panel title={it.number} about={`${kindWords[it.kind].one} with ${it.subject.label}`} onClose={onClose}>
          <p>
            <Status is={stateStanding[it.state]}>{stateOf(it)}</Status>
          </p>
          {it.can.edit && <AgreementActs of={it} productionId={productionId} onOpen={onOpen} />}
          {it.blockers.length > 0 && (
            <div className={css.blockers} role="status">
              <b>Before it can be sent</b>
              {it.blockers.map(({ message }) => (
                <p key={message}>{message}</p>
              ))}
            </div>
          )}
          <Section title="Who signs, in order">
            {it.parties.map((party) => (
              <PartyRow key={party.id} of={party} agreement={it} productionId={productionId} />
            ))}
          </Section>
          <Section title="Terms of the paper">
            <PaperFacts of={it} onOpen={onOpen} />
          </Section>
          {it.content && it.content.blocks.length > 0 && (
            <Section title={it.state === 'draft' ? 'How it reads now' : 'As it was sent'}>
              <PaperText of={it.content} />
            </Section>
          )}
          <Section title="What happened">
            <ul className={css.history}>
              {it.events.toReversed().map((event) => (
                <li key={event.at + event.text}>
                  <span className={css.muted}>
                    <MomentText at={event.at} />
                  </span>
                  <span>{event.text}</span>
                </li>
              ))}
            </ul>
          </Section>
        </Panel>
      )}
    </Loaded>
  )
}
