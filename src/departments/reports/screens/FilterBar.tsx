import { SwitchField } from '../../../ui/CheckField.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { takes } from '../filters.rules.ts'
import type { DoodOrder, Report, ReportFilters } from '../report.contract.ts'
import css from './Report.module.css'
import type { Filters } from './useFilters.ts'

type Choosable = keyof Report['choices']

const names: Record<Choosable, { label: string; all: string }> = {
  board: { label: 'Board', all: 'Active board' },
  category: { label: 'Category', all: 'All categories' },
  department: { label: 'Department', all: 'All departments' },
  unit: { label: 'Unit', all: 'All units' },
}

const orders: { value: DoodOrder; label: string }[] = [
  { value: 'number', label: 'By number' },
  { value: 'name', label: 'By name' },
  { value: 'start', label: 'By start date' },
  { value: 'work', label: 'By days worked' },
]

/** What this report can be narrowed by; a choice of one is no choice and is not shown. */
export function FilterBar({ report, by: { filters, set } }: { report: Report; by: Filters }) {
  const has = (filter: keyof ReportFilters) => takes[report.name].includes(filter)
  const choosable = (Object.keys(names) as Choosable[]).filter(
    (name) => has(name) && (report.choices[name].length > 1 || filters[name] !== undefined),
  )
  const isDood = report.name === 'day-out-of-days'
  return (
    <Toolbar end={<span>{report.source}</span>}>
      {choosable.map((name) => (
        <div key={name} className={css.filter}>
          <SelectField
            label={names[name].label}
            hideLabel
            placeholder={isDood && name === 'category' ? 'Cast' : names[name].all}
            clearable
            choices={report.choices[name]}
            value={filters[name] ?? null}
            onChange={(next) => set[name](next ?? undefined)}
          />
        </div>
      ))}
      {(['from', 'until'] as const).filter(has).map((name) => (
        <div key={name} className={css.filter}>
          <DateField
            label={name === 'from' ? 'From' : 'Until'}
            hideLabel
            placeholder={name === 'from' ? 'From the first day' : 'To the last day'}
            value={filters[name] ?? null}
            onChange={(next) => set[name](next ?? undefined)}
          />
        </div>
      ))}
      {isDood && (
        <>
          <div className={css.filter}>
            <SelectField
              label="Order"
              hideLabel
              choices={orders}
              value={filters.sort ?? 'number'}
              onChange={(next) => set.sort(next === 'number' || next === null ? undefined : next)}
            />
          </div>
          <SwitchField
            label="Idle days"
            value={filters.idle === 'yes'}
            onChange={(next) => set.idle(next ? 'yes' : undefined)}
          />
        </>
      )}
    </Toolbar>
  )
}
