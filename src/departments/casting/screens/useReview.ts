import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { useSearchValue } from '../../../ui/address.ts'
import { toast } from '../../../ui/toast.tsx'
import { useKeys } from '../../../ui/useKeys.ts'
import {
  changeCandidate,
  markCandidate,
  type Candidate,
  type CandidateChange,
  type Mark,
} from '../candidate.contract.ts'
import { markWords } from './words.ts'

/** Who is looked at, and what a press does to them. The one who is open stands in the address. */
export function useReview(productionId: string, items: readonly Candidate[], can: { edit: boolean; assess: boolean }) {
  const [open, setOpen] = useSearchValue('candidate')
  const [pickedIds, setPicked] = useState<readonly string[]>([])
  const [comparing, setComparing] = useState(false)
  const marking = useChange(markCandidate)
  const changing = useChange(changeCandidate)
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === open),
  )
  const current = items[at]
  const picked = items.filter(({ id }) => pickedIds.includes(id))
  const step = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))]
    if (next) setOpen(next.id)
  }
  const put = (it: Candidate, mark: Mark | null, onSuccess?: () => void) =>
    marking.mutate(
      { params: { productionId, candidateId: it.id }, body: { mark } },
      { onError: toast.problem, ...(onSuccess && { onSuccess }) },
    )
  const mark = (it: Candidate, pressed: Mark) => {
    if (!can.assess) return
    const next = it.mine === pressed ? null : pressed
    put(it, next, () =>
      toast.done(next === null ? `${it.name}: mark taken back` : `${it.name}: ${markWords[next].toLowerCase()}`, {
        undo: () => put(it, it.mine),
      }),
    )
  }
  const note = (it: Candidate, text: string) =>
    marking.mutate(
      { params: { productionId, candidateId: it.id }, body: { mark: it.mine, note: text } },
      { onError: toast.problem },
    )
  const change = (it: Candidate, body: CandidateChange) =>
    changing.mutate(
      { params: { productionId, candidateId: it.id }, body, ifMatch: it.version },
      { onError: toast.problem },
    )
  const choose = (choice: number) =>
    current && can.edit && change(current, { choice: current.choice === choice ? null : choice })
  const pick = (id: string) =>
    setPicked((before) => (before.includes(id) ? before.filter((it) => it !== id) : [...before, id]))
  const toggleCompare = () => setComparing((before) => !before && picked.length > 1)
  const markThis = (next: Mark) => () => current && mark(current, next)
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    y: markThis('yes'),
    m: markThis('maybe'),
    n: markThis('no'),
    1: () => choose(1),
    2: () => choose(2),
    3: () => choose(3),
    x: () => current && pick(current.id),
    c: toggleCompare,
    Escape: () => setComparing(false),
  })
  return {
    current,
    open: setOpen,
    mark,
    note,
    change,
    pick,
    picked,
    comparing: comparing && picked.length > 1,
    toggleCompare,
  }
}

export type Review = ReturnType<typeof useReview>
