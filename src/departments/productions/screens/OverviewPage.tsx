import { IconSettings } from '@tabler/icons-react'
import { useAsk } from '../../../client/react.ts'
import { weekdays } from '../../../kernel/time.ts'
import { useParam } from '../../../ui/address.ts'
import { ButtonLink, TextLink } from '../../../ui/Button.tsx'
import { DaysText } from '../../../ui/DateText.tsx'
import { zoneLetters } from '../../../ui/dates.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useRowSteps } from '../../../ui/useRowSteps.ts'
import { getProduction, type Production } from '../production.contract.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { LatestActivity } from './LatestActivity.tsx'
import { NextDates } from './NextDates.tsx'
import css from './OverviewPage.module.css'
import { ProductionConcerns } from './ProductionConcerns.tsx'
import { kindWords, phaseWords } from './words.ts'

const dates = ({ startsOn, endsOn }: Production) =>
  startsOn === null ? null : <DaysText first={startsOn} last={endsOn ?? startsOn} />

function AboutProduction({ production }: { production: Production }) {
  const missing = (words: string) =>
    production.can.includes('production.edit') ? (
      <TextLink to={`/productions/${production.id}/settings`}>{words}</TextLink>
    ) : null
  return (
    <Section title="The job">
      <div className={css.facts}>
        <Facts
          of={[
            ['Client', production.client?.name ?? missing('Say who it is for')],
            ['Agency', production.agency?.name ?? missing('Say who it comes through')],
            ['Job number', production.jobNumber || missing('Give it a number')],
            ['Dates', dates(production)],
            ['Days off', production.daysOff.map((it) => weekdays[it - 1]).join(', ')],
            ['Clock', `${production.timeZone.replaceAll('_', ' ')} (${zoneLetters(production.timeZone)})`],
            ['Paper', production.paperSize === 'a4' ? 'A4' : 'US Letter'],
            ['Notes', production.notes],
          ]}
        />
      </div>
    </Section>
  )
}

function Overview({ production }: { production: Production }) {
  const { id, can } = production
  return (
    <div className={css.grid}>
      <div>
        <FirstSteps production={production} />
        {can.includes('concerns.read') && <ProductionConcerns productionId={id} />}
        {can.includes('activity.read') && <LatestActivity productionId={id} />}
      </div>
      <div>
        <NextDates productionId={id} />
        <AboutProduction production={production} />
      </div>
    </div>
  )
}

/** The front page of one production: how it stands, what clashes, what comes next, what happened last. */
export function OverviewPage() {
  const productionId = useParam('productionId')
  const asked = useAsk(getProduction, { params: { productionId } })
  const it = asked.data
  useRowSteps()
  return (
    <Page
      head="large"
      width="flush"
      title={it?.title ?? 'Production'}
      summary={it && `${it.code}, ${kindWords[it.kind].toLowerCase()}, ${phaseWords[it.phase].toLowerCase()}`}
      hints={[
        { keys: ['J', 'K'], does: 'next, previous' },
        { keys: ['Enter'], does: 'open' },
        { keys: ['Ctrl', 'K'], does: 'find anything' },
      ]}
      status={it && `Times ${zoneLetters(it.timeZone)}`}
      actions={
        it?.can.includes('production.edit') && (
          <ButtonLink to={`/productions/${productionId}/settings`} icon={<IconSettings size={16} />}>
            Dates and details
          </ButtonLink>
        )
      }
    >
      <Loaded of={asked}>{(production) => <Overview key={production.id} production={production} />}</Loaded>
    </Page>
  )
}
