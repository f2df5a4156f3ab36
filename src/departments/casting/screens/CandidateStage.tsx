import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextAreaField } from '../../../ui/TextField.tsx'
import { formatDay } from '../../../ui/dates.ts'
import { CandidateState, type Candidate, type Mark } from '../candidate.contract.ts'
import type { Role } from '../role.contract.ts'
import css from './Casting.module.css'
import { CandidateExclusivities } from './CandidateExclusivities.tsx'
import { ConflictNote } from './ConflictNote.tsx'
import { EraseButton } from './EraseButton.tsx'
import { MediaFrame } from './MediaFrame.tsx'
import { PaperLine } from './PaperLine.tsx'
import { SamePerson } from './SamePerson.tsx'
import type { Review } from './useReview.ts'
import { choiceWords, markStanding, markWords, sourceWords, stateWords } from './words.ts'

interface CandidateStageProps {
  productionId: string
  candidate: Candidate
  role: Role | undefined
  can: { edit: boolean; assess: boolean }
  review: Review
  /** One of several side by side: what is read at length is left out. */
  compared?: boolean
}

const marks: Mark[] = ['yes', 'maybe', 'no']
const states = CandidateState.options.map((value) => ({ value, label: stateWords[value] }))

/** One candidate: what they sent, your mark, what the others say. */
export function CandidateStage({
  productionId,
  candidate: it,
  role,
  can,
  review,
  compared = false,
}: CandidateStageProps) {
  return (
    <article aria-label={it.name}>
      <h2 className={css.name}>{it.name}</h2>
      <p className={css.under}>{aboutOf(it)}</p>
      <ConflictNote of={it.conflicts} />
      <SamePerson {...{ productionId, can }} candidate={it} />
      <MediaFrame productionId={productionId} media={it.media} reel={it.reel} />
      <div className={css.marks}>
        {can.assess &&
          marks.map((mark) => (
            <Button
              key={mark}
              kind={it.mine === mark ? 'accent' : 'plain'}
              aria-pressed={it.mine === mark}
              onClick={() => review.mark(it, mark)}
            >
              {markWords[mark]}
            </Button>
          ))}
        {can.edit && (
          <SelectField
            label="Where they stand"
            hideLabel
            choices={states}
            value={it.state}
            onChange={(state) => state && review.change(it, { state })}
          />
        )}
        <PaperLine {...{ productionId, role, can }} candidate={it} />
        {it.isMinor && <Status is="attention">Minor: hours after school, a guardian agrees</Status>}
      </div>
      <Said {...{ it, can, review }} />
      {!compared && <Particulars of={it} />}
      {!compared && it.personId !== null && <CandidateExclusivities {...{ productionId, can }} candidate={it} />}
      {!compared && can.edit && <EraseButton productionId={productionId} candidate={it} />}
    </article>
  )
}

const aboutOf = (it: Candidate) =>
  [
    it.choice === null ? '' : `${choiceWords(it.choice)} choice`,
    stateWords[it.state],
    it.age === null ? '' : `${it.age} years`,
    it.city ?? '',
    sourceWords[it.source],
  ]
    .filter((each) => each !== '')
    .join(' · ')

function Said({ it, can, review }: { it: Candidate; can: { assess: boolean }; review: Review }) {
  const said = it.marks.filter(({ mark, note }) => mark !== null || note !== '')
  return (
    <Section title="What reviewers say" count={said.length}>
      <div className={css.lines}>
        {said.map(({ userId, reviewer, mark, note }) => (
          <p key={userId} className={css.said}>
            <b>{reviewer}</b> {mark !== null && <Status is={markStanding[mark]}>{markWords[mark]}</Status>}
            {note !== '' && <small>{note}</small>}
          </p>
        ))}
        {can.assess && <OwnNote onSave={(text) => review.note(it, text)} />}
      </div>
    </Section>
  )
}

function OwnNote({ onSave }: { onSave: (text: string) => void }) {
  const [text, setText] = useState<string>()
  if (text === undefined)
    return (
      <Button size="small" onClick={() => setText('')}>
        Write a note
      </Button>
    )
  return (
    <>
      <TextAreaField label="Your note" rows={2} value={text} onChange={setText} />
      <div className={css.actions}>
        <Button
          size="small"
          onClick={() => {
            onSave(text)
            setText(undefined)
          }}
        >
          Keep note
        </Button>
      </div>
    </>
  )
}

function Particulars({ of: it }: { of: Candidate }) {
  return (
    <div className={css.side}>
      <Section title="About them">
        <Facts
          of={[
            ['Not free', it.availability],
            ['Message', it.message],
            ['Sizes', it.sizes],
            ['Fee they ask', it.rateWish],
          ]}
        />
      </Section>
      <Section title="Reached by">
        <Facts
          of={[
            [
              'In the directory',
              it.personId === null ? null : (
                <Go key="person" to={`/people?person=${it.personId}`}>
                  {it.name}
                </Go>
              ),
            ],
            ['E-mail', it.email],
            ['Phone', it.phone],
            ['Representative', [it.agentName, it.agentEmail].filter(Boolean).join(', ')],
            ...(it.isMinor
              ? [['Guardian', [it.guardianName, it.guardianEmail].filter(Boolean).join(', ')] as const]
              : []),
            [
              'Kept until',
              it.mayKeep ? 'They agreed to stay' : it.eraseOn === null ? null : formatDay(it.eraseOn, { year: true }),
            ],
          ]}
        />
      </Section>
    </div>
  )
}
