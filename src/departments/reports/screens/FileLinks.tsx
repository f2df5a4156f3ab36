import { IconFileTypePdf, IconTable } from '@tabler/icons-react'
import { FileLink } from '../../../ui/FileLink.tsx'
import { reportTitles } from '../filters.rules.ts'
import type { PaperSize, ReportFilters, ReportName } from '../report.contract.ts'
import { fileHref } from './addresses.ts'
import css from './Report.module.css'

const paperNames: Record<PaperSize, string> = { a4: 'A4', letter: 'US Letter' }

interface FileLinksProps {
  productionId: string
  report: ReportName
  filters?: ReportFilters
  /** The production's own paper comes first. */
  paper: PaperSize
  small?: boolean
}

/** Every form a report comes in. */
export function FileLinks({ productionId, report, filters = {}, paper, small = false }: FileLinksProps) {
  const where = { productionId, report }
  const title = reportTitles[report]
  const size = small ? 'small' : 'normal'
  const papers: PaperSize[] = paper === 'a4' ? ['a4', 'letter'] : ['letter', 'a4']
  return (
    <div className={css.files}>
      {papers.map((it, at) => (
        <FileLink
          key={it}
          href={fileHref(where, 'pdf', { ...filters, paper: it })}
          label={`${title} as PDF on ${paperNames[it]}`}
          size={size}
          opens
          icon={at === 0 ? <IconFileTypePdf size={16} /> : undefined}
        >
          {at === 0 ? `PDF ${paperNames[it]}` : paperNames[it]}
        </FileLink>
      ))}
      <FileLink
        href={fileHref(where, 'xlsx', filters)}
        label={`${title} as XLSX`}
        size={size}
        icon={<IconTable size={16} />}
      >
        XLSX
      </FileLink>
      <FileLink href={fileHref(where, 'csv', filters)} label={`${title} as CSV`} size={size}>
        CSV
      </FileLink>
    </div>
  )
}
