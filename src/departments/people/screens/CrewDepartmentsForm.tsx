import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { browser } from '../../../client/react.ts'
import { bodyOf } from '../../../ui/bodyOf.ts'
import { Button } from '../../../ui/Button.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useRulesForm } from '../../../ui/useRulesForm.ts'
import { readCrewDepartments, setCrewDepartments, type CrewDepartments } from '../crewDepartment.contract.ts'
import css from './CrewDepartments.module.css'
import { DepartmentLine, type DepartmentDraft } from './DepartmentLine.tsx'
import { positionLines, positionsIn } from './positionLines.rules.ts'

const Body = bodyOf(setCrewDepartments)
type Rules = Pick<CrewDepartments, 'items'> & { source: string }

const rulesOf = ({ items, version }: CrewDepartments) => ({
  items,
  source: items[0]?.source ?? '',
  version,
  can: { edit: true },
})

const draftOf = ({ items, source }: Rules) => ({
  items: items.map(({ id, name, callOffsetMinutes, positions, uses = 0, isCast = false }): DepartmentDraft => ({
    key: id,
    id,
    name,
    callOffsetMinutes,
    lines: positionLines(positions),
    uses,
    isCast,
  })),
  source,
})
type Draft = ReturnType<typeof draftOf>

const toSend = ({ items, source }: Draft) => ({
  items: items.map(({ id, name, callOffsetMinutes, lines }) => ({
    id,
    name,
    callOffsetMinutes,
    positions: positionsIn(lines),
  })),
  source,
})

const told = (items: readonly DepartmentDraft[]) =>
  items.map(({ name, callOffsetMinutes, lines }) => `${name} ${callOffsetMinutes ?? 0} (${lines})`).join('; ')

/** The list as it is edited: order, names, usual calls, and the positions of the one that is open. */
export function CrewDepartmentsForm({ saved }: { saved: CrewDepartments }) {
  const [open, setOpen] = useState<string>()
  const form = useRulesForm<Draft, Rules>({
    saved: rulesOf(saved),
    schema: Body as never,
    path: readCrewDepartments.path,
    read: async () => rulesOf(await browser.call(readCrewDepartments)),
    put: async (body, version) => rulesOf(await browser.call(setCrewDepartments, { ifMatch: version, body })),
    draftOf,
    toSend,
    detail: 'New sheets call people by them.',
    subject: 'the departments',
    words: { items: { word: 'Departments', say: told }, source: 'Where this list is from' },
  })
  const rows = form.draft.items
  const setRows = (items: DepartmentDraft[]) => form.change({ items })
  const add = () => {
    const key = crypto.randomUUID()
    setRows([...rows, { key, id: null, name: '', callOffsetMinutes: 0, lines: '', uses: 0, isCast: false }])
    setOpen(key)
  }
  return (
    <Form of={form} action="Save the list" isWide>
      <ol className={css.list}>
        {rows.map((row, at) => (
          <DepartmentLine
            key={row.key}
            row={row}
            isOpen={open === row.key}
            canRise={at > 0}
            canSink={at < rows.length - 1}
            onOpen={() => setOpen(open === row.key ? undefined : row.key)}
            onChange={(next) => setRows(rows.toSpliced(at, 1, next))}
            onMove={(by) => setRows(rows.toSpliced(at, 1).toSpliced(at + by, 0, row))}
            onRemove={() => setRows(rows.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <div>
        <Button size="small" icon={<IconPlus size={16} />} onClick={add}>
          Add a department
        </Button>
      </div>
      <div className={css.source}>
        <TextField label="Where this list is from" {...form.field('source')} />
      </div>
      {form.errors['items'] !== undefined && <p role="alert">{form.errors['items']}</p>}
    </Form>
  )
}
