import { IconEye, IconLayoutColumns, IconMailQuestion, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchValue } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Toolbar } from '../../../ui/Toolbar.tsx'
import { plural } from '../../../ui/words.ts'
import { type Candidate, type CandidateQuery } from '../candidate.contract.ts'
import type { Role } from '../role.contract.ts'
import { AddDialog } from './AddDialog.tsx'
import { AskDialog } from './AskDialog.tsx'
import { CandidateList } from './CandidateList.tsx'
import { CandidateStage } from './CandidateStage.tsx'
import css from './Casting.module.css'
import { CastingTabs } from './CastingTabs.tsx'
import type { CastingTab } from './CastingPage.tsx'
import { SelectionDialog } from './SelectionDialog.tsx'
import { useCandidates } from './usePages.ts'
import { useReview } from './useReview.ts'

interface ReviewDeskProps {
  productionId: string
  title: string | undefined
  timeZone: string | undefined
  roles: readonly Role[]
  can: { edit: boolean; assess: boolean }
  onTab: (next: CastingTab) => void
}

const filters = [
  { value: 'in', label: 'In the running' },
  { value: 'new', label: 'New' },
  { value: 'yes', label: 'Marked yes' },
  { value: 'maybe', label: 'Marked maybe' },
  { value: 'no', label: 'Marked no' },
  { value: 'out', label: 'Out' },
  { value: 'all', label: 'Everybody' },
]

const queryOf = (filter: string): Pick<CandidateQuery, 'show' | 'mark'> =>
  filter === 'yes' || filter === 'maybe' || filter === 'no'
    ? { show: 'all', mark: filter }
    : { show: filter as CandidateQuery['show'] }

/** One after another: play, mark with a letter, next. What each reviewer says stands beside, and nobody's is overwritten. */
export function ReviewDesk({ productionId, title, timeZone, roles, can, onTab }: ReviewDeskProps) {
  const [roleId, setRole] = useSearchValue('role')
  const [filter = 'in', setFilter] = useSearchValue('show')
  const [adding, setAdding] = useState(false)
  const [showing, setShowing] = useState(false)
  const [asking, setAsking] = useState(false)
  const query = { ...queryOf(filter), limit: 100, ...(roleId !== undefined && { roleId }) }
  const asked = useCandidates(productionId, query)
  const items: Candidate[] = asked.data?.items ?? []
  const review = useReview(productionId, items, can)
  const shown = review.current
  // Who is ticked, or whoever is being looked at.
  const meant = review.picked.length > 0 ? review.picked : shown === undefined ? [] : [shown]
  const roleOf = (it: Candidate) => roles.find(({ id }) => id === it.roleId)
  return (
    <Page
      of={title}
      title="Casting"
      width="flush"
      tools={<CastingTabs tab="talent" onTab={onTab} />}
      actions={
        <>
          <Button
            icon={<IconLayoutColumns size={16} />}
            aria-pressed={review.comparing}
            disabled={review.picked.length < 2}
            onClick={review.toggleCompare}
          >
            Compare {review.picked.length > 0 ? review.picked.length : ''}
          </Button>
          {can.edit && (
            <Button icon={<IconEye size={16} />} disabled={meant.length === 0} onClick={() => setShowing(true)}>
              Show to client
            </Button>
          )}
          {can.edit && (
            <Button icon={<IconMailQuestion size={16} />} disabled={meant.length === 0} onClick={() => setAsking(true)}>
              {meant.length > 1 ? `Ask ${meant.length}` : 'Ask'}
            </Button>
          )}
          {can.edit && roles.length > 0 && (
            <Button icon={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
              Put forward
            </Button>
          )}
        </>
      }
      hints={[
        { keys: ['J', 'K'], does: 'next, previous' },
        { keys: ['Y', 'M', 'N'], does: 'yes, maybe, no' },
        { keys: ['1', '2', '3'], does: 'choice' },
        { keys: ['X'], does: 'pick' },
        { keys: ['C'], does: 'compare' },
      ]}
      status={`${plural(items.length, 'candidate')}${asked.hasNextPage ? ' so far' : ''}`}
    >
      <Toolbar>
        <SelectField
          label="Role"
          hideLabel
          clearable
          placeholder="Every role"
          choices={roles.map(({ id, name }) => ({ value: id, label: name }))}
          value={roleId ?? null}
          onChange={(next: string | null) => setRole(next ?? undefined)}
        />
        <SelectField
          label="Show"
          hideLabel
          choices={filters}
          value={filter}
          onChange={(next) => setFilter(next === 'in' ? undefined : (next ?? undefined))}
        />
      </Toolbar>
      <Loaded of={asked}>
        {() =>
          shown === undefined ? (
            <EmptyState title={filter === 'in' ? 'Nobody is put forward yet' : 'Nobody here'}>
              Open a call on a role, put people of the directory forward, or type in who an agent names.
            </EmptyState>
          ) : (
            <div className={css.desk}>
              <CandidateList {...{ items, roles, review }} onEnd={asked.onEnd} />
              <div className={css.stage}>
                {review.comparing ? (
                  <div className={css.side}>
                    {review.picked.slice(0, 4).map((it) => (
                      <CandidateStage
                        key={it.id}
                        {...{ productionId, can, review }}
                        candidate={it}
                        role={roleOf(it)}
                        compared
                      />
                    ))}
                  </div>
                ) : (
                  <CandidateStage
                    key={shown.id}
                    {...{ productionId, can, review }}
                    candidate={shown}
                    role={roleOf(shown)}
                  />
                )}
              </div>
            </div>
          )
        }
      </Loaded>
      <AskDialog open={asking} {...{ productionId, timeZone }} people={meant} onClose={() => setAsking(false)} />
      <SelectionDialog
        open={showing}
        productionId={productionId}
        people={meant}
        onClose={() => setShowing(false)}
        onShared={() => onTab('selections')}
      />
      <AddDialog open={adding} {...{ productionId, roles }} roleId={roleId ?? null} onClose={() => setAdding(false)} />
    </Page>
  )
}
