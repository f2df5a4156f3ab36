import { plural } from '../../kernel/words.ts'
import { plainRow, strong, text } from './columns.rules.ts'
import type { ReportTable } from './report.contract.ts'

/** One engagement as far as this reader may see it; a withheld field is null. */
interface CrewFacts {
  name: string
  department: string
  position: string
  phone: string | null
  email: string | null
  works: string
  note: string
}

/**
 * Everybody engaged, by department in the order of the trade. What the reader may not see is no column at all, so that
 * a list without numbers does not look like a list with missing ones.
 */
export function crewList(crew: readonly CrewFacts[]): ReportTable {
  const seesContact = crew.some((one) => one.phone !== null || one.email !== null)
  const sections = [...Map.groupBy(crew, (one) => one.department || 'Without a department')].map(
    ([department, members]) => ({
      title: department,
      aside: plural(members.length, 'person', 'people'),
      cells: [department],
      footer: '',
      isShoot: false,
      rows: members.map((one) =>
        plainRow([
          one.position,
          one.name,
          ...(seesContact ? [one.phone ?? '', one.email ?? ''] : []),
          one.works,
          one.note,
        ]),
      ),
    }),
  )
  return {
    kind: 'table',
    isLandscape: false,
    sectionColumns: [text('Department')],
    columns: [
      text('Position', 38),
      strong('Name', 36),
      ...(seesContact ? [text('Phone', 28), text('E-mail', 46)] : []),
      text('Works', 22),
      text('Notes'),
    ],
    detailsTitle: '',
    sections,
  }
}
