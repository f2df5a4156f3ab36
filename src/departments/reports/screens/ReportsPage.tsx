import { useAsk } from '../../../client/react.ts'
import { useParam } from '../../../ui/address.ts'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Section } from '../../../ui/Section.tsx'
import { getProduction } from '../../productions/production.contract.ts'
import { reportPurposes, reportTitles } from '../filters.rules.ts'
import type { PaperSize, ReportName } from '../report.contract.ts'
import { reportHref } from './addresses.ts'
import { FileLinks } from './FileLinks.tsx'
import css from './Report.module.css'

const shelves: { title: string; about: string; reports: ReportName[] }[] = [
  {
    title: 'Schedule',
    about:
      'From the active board, as it stands now. A board that was published and not changed since prints its revision.',
    reports: ['one-liner', 'shooting-schedule', 'day-out-of-days'],
  },
  {
    title: 'Breakdown',
    about: 'From the breakdown, with the dates of the active board.',
    reports: ['cast-list', 'element-list'],
  },
  {
    title: 'People',
    about: 'Only what you may see of each person is on the page and in the files.',
    reports: ['crew-list'],
  },
]

function Line({ productionId, report, paper }: { productionId: string; report: ReportName; paper: PaperSize }) {
  return (
    <li className={css.line}>
      <Go to={reportHref(productionId, report)} className={css.name}>
        {reportTitles[report]}
      </Go>
      <span className={css.purpose}>{reportPurposes[report]}</span>
      <FileLinks productionId={productionId} report={report} paper={paper} small />
    </li>
  )
}

/** Every report of a production, each at an address that never changes. */
export function ReportsPage() {
  const productionId = useParam('productionId')
  const asked = useAsk(getProduction, { params: { productionId } })
  return (
    <Page title="Reports" of={asked.data?.title} width="wide">
      <Loaded of={asked}>
        {({ paperSize }) => (
          <>
            {shelves.map(({ title, about, reports }) => (
              <Section key={title} title={title} about={about}>
                <ul className={css.lines}>
                  {reports.map((report) => (
                    <Line key={report} productionId={productionId} report={report} paper={paperSize} />
                  ))}
                </ul>
              </Section>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}
