import { useAsk } from '../../../client/react.ts'
import { MomentText } from '../../../ui/DateText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextButton, TextLink } from '../../../ui/Button.tsx'
import { listed, plural } from '../../../ui/words.ts'
import { listIssues, type CallSheet } from '../sheet.contract.ts'
import css from './SheetAside.module.css'
import { RevisionChip } from './SheetMarks.tsx'
import { blockForms } from './sheetBlockForms.ts'
import { SheetOtherUnits } from './SheetUnits.tsx'
import { useEditing } from './useSheetEditing.ts'

/** Beside the sheet: what is missing, who would hear of it, other plans for the day, and what went out. */
export function SheetAside({ sheet }: { sheet: CallSheet }) {
  return (
    <>
      <Troubles sheet={sheet} />
      <Touched sheet={sheet} />
      <SheetOtherUnits sheet={sheet} />
      <Variants sheet={sheet} />
      <Issues sheet={sheet} />
    </>
  )
}

const standing = { blocks: 'stop', warns: 'attention', notes: 'waiting' } as const

function Troubles({ sheet }: { sheet: CallSheet }) {
  const { mayEdit, openBlock, productionId } = useEditing()
  if (sheet.troubles.length === 0)
    return (
      <Section title="Nothing is missing">
        <Status is="go">Ready to go out</Status>
      </Section>
    )
  return (
    <Section title="Wants a look" count={sheet.troubles.length}>
      <ul className={css.troubles}>
        {sheet.troubles.map((trouble) => (
          <li key={trouble.key}>
            <Status is={standing[trouble.severity]}>{trouble.message}</Status>
            <small>
              {trouble.remedy}{' '}
              {mayEdit && trouble.field in blockForms && (
                <TextButton onClick={() => openBlock(trouble.field)}>Open</TextButton>
              )}
              {trouble.code === 'no_report_place' && (
                <TextLink to={`/productions/${productionId}/locations?tab=sets`}>Sets and locations</TextLink>
              )}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const changeText = ({ label, before, after }: { label: string; before: string; after: string }) =>
  before === '' ? `${label} ${after}` : after === '' ? `${label} no longer` : `${label} ${before} → ${after}`

/** The difference to what is out, person by person: exactly those would be written to. */
function Touched({ sheet: { touched, current } }: { sheet: CallSheet }) {
  const { ask, tell, release } = touched
  if (current === null || current.preliminary)
    return (
      <Section title="Who hears of it" count={ask.length}>
        <p>
          {ask.length === 0
            ? 'Nobody is on the sheet yet.'
            : `${plural(ask.length, 'person is', 'people are')} asked to confirm.`}
        </p>
      </Section>
    )
  if (ask.length + tell.length + release.length === 0)
    return (
      <Section title="Who hears of it">
        <p>Nobody: the sheet says what {current.word} says.</p>
      </Section>
    )
  return (
    <Section
      title="Who would hear of it"
      count={ask.length + tell.length + release.length}
      about={`Against ${current.word}. Everybody else hears nothing.`}
    >
      <ul className={css.touched}>
        {ask.slice(0, 12).map((each) => (
          <li key={each.engagementId}>
            <b>{each.name}</b> confirms again
            <small>{each.changes.map(changeText).join('. ')}</small>
          </li>
        ))}
        {ask.length > 12 && <li>and {plural(ask.length - 12, 'other')} confirm again</li>}
        {tell.length > 0 && (
          <li>
            {listed(tell.map((each) => each.name))} {tell.length === 1 ? 'is' : 'are'} only told
            <small>{tell[0]?.changes.map(changeText).join('. ')}</small>
          </li>
        )}
        {release.length > 0 && <li>{listed(release.map((each) => each.name))} no longer called</li>}
      </ul>
    </Section>
  )
}

function Variants({ sheet }: { sheet: CallSheet }) {
  const { productionId } = useEditing()
  if (sheet.variants.length === 0) return null
  return (
    <Section title="Other plans for this day" about="Publishing one takes the place of the other.">
      {sheet.variants.map((each) => (
        <p key={each.id}>
          <TextLink to={`/productions/${productionId}/callsheets/${each.id}`}>{each.variant || 'Main plan'}</TextLink>{' '}
          {each.status}
        </p>
      ))}
    </Section>
  )
}

function Issues({ sheet }: { sheet: CallSheet }) {
  const { productionId } = useEditing()
  const asked = useAsk(listIssues, { params: { productionId, callSheetId: sheet.id } })
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Section title="Issued" count={items.length}>
      <ul className={css.touched}>
        {items.map((issue) => (
          <li key={issue.id}>
            <RevisionChip of={issue} /> <MomentText at={issue.issuedAt} /> by {issue.issuedBy}{' '}
            <a
              href={`/v1/productions/${productionId}/callsheets/${issue.callSheetId}/pdf?issueId=${issue.id}`}
              className={css.link}
              target="_blank"
              rel="noreferrer"
            >
              PDF
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
