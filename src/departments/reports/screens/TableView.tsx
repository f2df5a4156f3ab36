import { classes } from '../../../ui/classes.ts'
import { Go } from '../../../ui/Go.tsx'
import { cellText } from '../paper.rules.ts'
import type { ReportRow, ReportSection, ReportTable } from '../report.contract.ts'
import { dayHref } from './addresses.ts'
import css from './Report.module.css'

const edges: Partial<Record<ReportRow['tone'], string | undefined>> = {
  int_day: css.intDay,
  ext_day: css.extDay,
  int_night: css.intNight,
  ext_night: css.extNight,
  dawn_dusk: css.dawn,
}

/** The set in front, what happens in it behind. */
function Words({ text }: { text: string }) {
  const [lead = '', ...rest] = text.split('\n')
  if (rest.length === 0) return lead
  return (
    <>
      <b>{lead}</b> {rest.join(' ')}
    </>
  )
}

function Row({ row, table }: { row: ReportRow; table: ReportTable }) {
  const sideAt = table.columns.findIndex(({ title }) => title === 'I/E')
  return (
    <>
      <tr className={classes(row.tone === 'banner' && css.banner, row.tone === 'omitted' && css.omitted)}>
        {row.cells.map((cell, at) => {
          const column = table.columns[at]
          return (
            <td
              key={column?.title ?? at}
              className={classes(
                column?.align === 'right' && css.right,
                column?.isStrong && css.strong,
                (column?.holds === 'day' || column?.title === 'Phone') && css.whole,
                at === sideAt && css.side,
                at === sideAt && edges[row.tone],
                at === sideAt && String(cell).includes('EXT') && css.hatched,
              )}
            >
              <Words text={cellText(column, cell)} />
            </td>
          )
        })}
      </tr>
      {row.details.length > 0 && (
        <tr className={css.details}>
          <td colSpan={Math.min(3, table.columns.length - 1)} />
          <td colSpan={Math.max(1, table.columns.length - 3)}>
            {row.details.map(({ label, text }) => (
              <div key={label}>
                <b>{label}</b> {text}
              </div>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}

function Bar({ section, table, productionId }: { section: ReportSection; table: ReportTable; productionId: string }) {
  const dateAt = table.sectionColumns.findIndex(({ holds }) => holds === 'day')
  const date = section.cells[dateAt]
  return (
    <tr className={classes(css.bar, dateAt >= 0 && css.day)}>
      <th colSpan={table.columns.length} scope="rowgroup">
        <div>
          {typeof date === 'string' ? <Go to={dayHref(productionId, date)}>{section.title}</Go> : section.title}
          <span>{section.aside}</span>
        </div>
      </th>
    </tr>
  )
}

/** A report in sections, drawn as it prints. */
export function TableView({ table, label, productionId }: { table: ReportTable; label: string; productionId: string }) {
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            {table.columns.map(({ title, align }) => (
              <th key={title} scope="col" className={classes(align === 'right' && css.right)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {table.sections.map((section, at) => (
          <tbody key={`${section.title}${at}`}>
            <Bar section={section} table={table} productionId={productionId} />
            {section.rows.map((row, rowAt) => (
              <Row key={rowAt} row={row} table={table} />
            ))}
            {section.rows.length === 0 && section.isShoot && (
              <tr className={css.quiet}>
                <td colSpan={table.columns.length}>Nothing scheduled</td>
              </tr>
            )}
            {section.footer !== '' && (
              <tr className={css.foot}>
                <td colSpan={table.columns.length}>{section.footer}</td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  )
}
