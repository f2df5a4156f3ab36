import { IconSnowflake } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { formatInstant } from '../../../ui/dates.ts'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { listed } from '../../../ui/words.ts'
import { listCandidates, type Candidate } from '../candidate.contract.ts'
import { tallyOf } from '../pick.rules.ts'
import type { Pick, Presentation } from '../presentation.contract.ts'
import type { Role } from '../role.contract.ts'
import css from './Casting.module.css'
import { FreezeDialog } from './FreezeDialog.tsx'
import { HoldCell } from './HoldCell.tsx'
import { SamePerson } from './SamePerson.tsx'
import { choiceWords, markStanding, markWords } from './words.ts'

interface SelectionPanelProps {
  productionId: string
  roles: readonly Role[]
  can: { edit: boolean }
  presentation: Presentation
}

/** People down, voices across: each cell is what one voice says of one person. */
export function SelectionPanel({ productionId, roles, can, presentation }: SelectionPanelProps) {
  const [freezing, setFreezing] = useState(false)
  const asked = useAsk(listCandidates, {
    params: { productionId },
    query: { show: 'all', limit: 200, ids: presentation.items.map(({ candidateId }) => candidateId) },
  })
  const shown = new Map((asked.data?.items ?? []).map((it) => [it.id, it]))
  const people = presentation.items.flatMap(({ candidateId }) => shown.get(candidateId) ?? [])
  const saidBy = (voiceId: string, it: Candidate) =>
    presentation.picks.find((pick) => pick.voiceId === voiceId && pick.candidateId === it.id)
  const choiceOf = (id: string) => presentation.decisions.find(({ candidateId }) => candidateId === id)?.choice
  const columns: Column<Candidate>[] = [
    { key: 'name', head: 'Name', of: (it) => <b>{it.name}</b>, sortBy: (it) => it.name, width: 180 },
    { key: 'role', head: 'Role', of: (it) => roles.find(({ id }) => id === it.roleId)?.name, quiet: true, width: 130 },
    {
      key: 'tally',
      head: 'Together',
      of: (it) => tallyOf(presentation.picks.filter(({ candidateId }) => candidateId === it.id)).words,
      sortBy: (it) => -tallyOf(presentation.picks.filter(({ candidateId }) => candidateId === it.id)).score,
      width: 130,
    },
    ...presentation.voices.map(({ id, name }) => ({
      key: id,
      head: name,
      of: (it: Candidate) => <Said of={saidBy(id, it)} />,
    })),
    {
      key: 'decision',
      head: 'Decision',
      of: (it) => (
        <HoldCell
          {...{ productionId, can }}
          candidate={it}
          role={roles.find(({ id }) => id === it.roleId)}
          decided={choiceOf(it.id)}
        />
      ),
      width: 330,
    },
  ]
  return (
    <div className={css.stage}>
      <div className={css.actions}>
        {presentation.state === 'frozen' ? (
          <Decided of={presentation} />
        ) : (
          can.edit && (
            <Button kind="accent" icon={<IconSnowflake size={16} />} onClick={() => setFreezing(true)}>
              Record the decision
            </Button>
          )
        )}
      </div>
      {people
        .filter(({ id }) => choiceOf(id) === 1)
        .map((it) => (
          <SamePerson key={it.id} {...{ productionId, can }} candidate={it} />
        ))}
      <Table label={presentation.title} rows={people} columns={columns} keyOf={(it) => it.id} />
      <div className={`${css.side} ${css.below}`}>
        <Section title="Voices" count={presentation.voices.length}>
          <div className={css.lines}>
            {presentation.voices.length === 0 && <p className={css.under}>Nobody was sent a link yet.</p>}
            {presentation.voices.map(({ id, name, address, seenAt }) => (
              <div key={id} className={css.said}>
                <b>{name}</b>{' '}
                <Status is={seenAt === null ? 'waiting' : 'seen'}>
                  {seenAt === null ? 'Not opened' : `Opened ${formatInstant(seenAt)}`}
                </Status>
                {address !== null && <CopyField label={`Link of ${name}`} hideLabel value={address} />}
              </div>
            ))}
          </div>
        </Section>
        <Section title="Looked at and printed" count={presentation.log.length}>
          <div className={css.lines}>
            {presentation.log.length === 0 && <p className={css.under}>Nobody has looked yet.</p>}
            {presentation.log.slice(0, 20).map(({ who, what, at }) => (
              <p key={`${who} ${what} ${at}`} className={css.said}>
                {who} {what} {formatInstant(at)}
              </p>
            ))}
          </div>
        </Section>
      </div>
      <FreezeDialog
        open={freezing}
        {...{ productionId, presentation, people, roles }}
        onClose={() => setFreezing(false)}
      />
    </div>
  )
}

function Said({ of: pick }: { of: Pick | undefined }) {
  if (pick === undefined) return null
  const rank = pick.rank === null ? '' : `${choiceWords(pick.rank)}. `
  return (
    <span title={pick.comment}>
      {pick.pick === null ? rank : <Status is={markStanding[pick.pick]}>{`${rank}${markWords[pick.pick]}`}</Status>}
      {pick.comment !== '' && <small className={css.comment}>{pick.comment}</small>}
    </span>
  )
}

function Decided({ of: { decisions, frozenAt } }: { of: Presentation }) {
  const by = decisions[0]?.decidedBy ?? []
  return (
    <Status is="go">
      Decided by {listed(by, 6)} {frozenAt === null ? '' : formatInstant(frozenAt)}; it stands as recorded
    </Status>
  )
}
