import { IconReportAnalytics } from '@tabler/icons-react'
import { useAsk } from '../../../client/react.ts'
import { useParam } from '../../../ui/address.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { MissingState } from '../../../ui/DeniedState.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { hrefOf } from '../../../ui/navigation.ts'
import { Page } from '../../../ui/Page.tsx'
import { reportTitles } from '../filters.rules.ts'
import { readReport, ReportName, type Report } from '../report.contract.ts'
import { DoodView } from './DoodView.tsx'
import { FileLinks } from './FileLinks.tsx'
import { FilterBar } from './FilterBar.tsx'
import css from './Report.module.css'
import { TableView } from './TableView.tsx'
import { useFilters } from './useFilters.ts'

const firstSteps: Partial<Record<ReportName, { label: string; place: string }>> = {
  'crew-list': { label: 'Open crew and bookings', place: 'crew' },
}

function Nothing({ report, productionId }: { report: Report; productionId: string }) {
  const step = firstSteps[report.name] ?? { label: 'Open the schedule', place: 'schedule' }
  return (
    <EmptyState
      title={`No ${report.title.toLowerCase()} yet`}
      icon={<IconReportAnalytics size={24} stroke={1.5} />}
      actions={
        <ButtonLink to={hrefOf(`/productions/$productionId/${step.place}`, { productionId })}>{step.label}</ButtonLink>
      }
    >
      {report.empty}
    </EmptyState>
  )
}

function Content({ report, productionId }: { report: Report; productionId: string }) {
  if (report.empty !== null) return <Nothing report={report} productionId={productionId} />
  const label = `${report.title}, ${report.source}`
  return report.content.kind === 'dood' ? (
    <DoodView table={report.content} label={label} productionId={productionId} />
  ) : (
    <TableView table={report.content} label={label} productionId={productionId} />
  )
}

/** One report at its own address, which holds the filters: what is shown is what prints. */
export function ReportPage() {
  const name = ReportName.safeParse(useParam('report'))
  return name.success ? <OneReport report={name.data} /> : <MissingState />
}

function OneReport({ report }: { report: ReportName }) {
  const productionId = useParam('productionId')
  const by = useFilters()
  const asked = useAsk(readReport, { params: { productionId, report }, query: by.filters })
  const shown = asked.data?.name === report ? asked.data : undefined
  return (
    <Page
      title={reportTitles[report]}
      of={shown?.production.title}
      crumbs={[{ label: 'Reports', to: hrefOf('/productions/$productionId/reports', { productionId }) }]}
      width="flush"
      tools={shown && shown.mark.text !== '' && <Mark mark={shown.mark} />}
      actions={
        shown && <FileLinks productionId={productionId} report={report} filters={by.filters} paper={shown.paperSize} />
      }
    >
      <Loaded of={{ ...asked, data: shown }}>
        {(it) => (
          <>
            <FilterBar report={it} by={by} />
            <Content report={it} productionId={productionId} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Mark({ mark }: { mark: Report['mark'] }) {
  return (
    <span className={css.mark} {...(mark.hex !== null && { style: { background: mark.hex, color: 'var(--rev-ink)' } })}>
      {mark.text}
    </span>
  )
}
