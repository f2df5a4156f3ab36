import { useMemo, useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { dayText } from '../../../kernel/time.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckField } from '../../../ui/CheckField.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { MarkDayRow } from '../../../ui/MarkDayRow.tsx'
import { toast } from '../../../ui/toast.tsx'
import { WeekdaysField } from '../../../ui/WeekdaysField.tsx'
import { capitalised, plural } from '../../../ui/words.ts'
import { getCalendar } from '../../productions/calendar.contract.ts'
import { getProduction } from '../../productions/production.contract.ts'
import type { OwnCalendar, WorkCalendar } from '../board.contract.ts'
import type { BoardSheet } from '../board.rules.ts'
import { adoptBoardCalendar, setBoardCalendar, type NewDates } from '../boardcalendar.contract.ts'
import { calendarChanges, calendarWith, FOLLOWS, markWords, redated, reduced } from '../boardcalendar.rules.ts'
import { CalendarMarks } from './CalendarMarks.tsx'
import css from './tools.module.css'
import type { Arranging } from './useArranging.ts'
import type { BoardChange, BoardParams } from './useBoardChange.ts'

interface CalendarDialogProps {
  sheet: BoardSheet
  params: BoardParams
  arranging: Arranging
  change: BoardChange
  onClose: () => void
}

/** Weekdays off and marked dates of one board: the production's, with what is different here. */
export function CalendarDialog(props: CalendarDialogProps) {
  const { sheet, params, onClose } = props
  const asked = useAsk(getCalendar, { params: { productionId: params.productionId } })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Calendar of ${sheet.facts.board.name}`}
      about="It starts as the production’s. What you change here is true on this board alone: its new days, concerns, reports and what you publish go by it."
      size="wide"
    >
      <Loaded of={asked}>{(base) => <Editor {...props} base={base} />}</Loaded>
    </Dialog>
  )
}

const kindChoices = Object.entries(markWords).map(([value, word]) => ({
  value,
  label: capitalised(word),
}))

function Editor({ sheet, params, change, arranging, onClose, base }: CalendarDialogProps & { base: WorkCalendar }) {
  const saved = sheet.facts.board.calendar
  const [own, setOwn] = useState<OwnCalendar>(saved)
  const [follow, setFollow] = useState(true)
  const [busy, setBusy] = useState(false)
  const here = calendarWith(base, own)
  const differs = calendarChanges(base, here)
  const isChanged = JSON.stringify(reduced(base, own)) !== JSON.stringify(reduced(base, saved))
  const moved = useMemo(
    () => redated(sheet.facts.days, calendarWith(base, saved), calendarWith(base, own)),
    [sheet.facts.days, base, saved, own],
  )
  const mark = (day: OwnCalendar['days'][number]) =>
    setOwn({ ...own, days: [...own.days.filter((it) => it.onDate !== day.onDate), day] })
  const put = (calendar: OwnCalendar, dates: NewDates) =>
    change(setBoardCalendar, { params, body: { calendar, dates } })
  const save = async () => {
    setBusy(true)
    const before = sheet.facts.days.map(({ id, onDate }) => ({ dayId: id, onDate }))
    const done = await put(reduced(base, own), follow ? 'follow' : 'keep')
    setBusy(false)
    if (!done) return
    const days = follow && moved.size > 0 ? `${plural(moved.size, 'day')} moved` : ''
    toast.done(`${sheet.facts.board.name} has its calendar`, {
      ...(days !== '' && { detail: days }),
      undo: () => put(saved, before),
    })
    onClose()
  }
  return (
    <>
      <div className={css.stack}>
        <WeekdaysField
          label="Working week"
          daysOff={here.daysOff}
          onChange={(daysOff) => setOwn({ ...own, daysOff })}
        />
        <MarkDayRow choices={kindChoices} usual="off" onMark={mark} />
        <CalendarMarks base={base} own={own} onMark={mark} onChange={setOwn} />
        {isChanged && moved.size > 0 && (
          <CheckField
            label={`Let the days follow: ${plural(moved.size, 'day')} of ${sheet.facts.days.length} move`}
            hint={`${ends(sheet, moved)} Strips stay on their days; gaps you planned stay gaps.`}
            value={follow}
            onChange={setFollow}
          />
        )}
      </div>
      <DialogActions>
        <Button kind="accent" busy={busy} disabled={!isChanged} onClick={() => void save()}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        {differs.length > 0 && (
          <Button kind="quiet" onClick={() => setOwn(FOLLOWS)}>
            Follow the production again
          </Button>
        )}
        {!isChanged && differs.length > 0 && <Adopt params={params} arranging={arranging} onClose={onClose} />}
      </DialogActions>
    </>
  )
}

/** `The last is Sat 16 May instead of Mon 18 May.` */
function ends({ facts }: BoardSheet, moved: ReturnType<typeof redated>): string {
  const was = facts.days.map(({ onDate }) => onDate).toSorted()
  const is = facts.days.map(({ id, onDate }) => moved.get(id) ?? onDate).toSorted()
  const [last, now] = [was.at(-1), is.at(-1)]
  if (last === undefined || now === undefined || last === now) return 'The last keeps its date.'
  return `The last is ${dayText(now)} instead of ${dayText(last)}.`
}

/** For who may change the production: the calendar of this board becomes everybody's. */
function Adopt({ params, arranging, onClose }: Pick<CalendarDialogProps, 'params' | 'arranging' | 'onClose'>) {
  const production = useAsk(getProduction, { params: { productionId: params.productionId } })
  const adopt = useChange(adoptBoardCalendar)
  if (!production.data?.can.includes('production.edit')) return null
  const go = async () =>
    adopt.mutate(
      { params, ifMatch: await arranging.settledVersion() },
      {
        onSuccess: (view) => {
          arranging.settle(view)
          toast.done('The production goes by this calendar now')
          onClose()
        },
        onError: toast.problem,
      },
    )
  return (
    <Button kind="quiet" busy={adopt.isPending} onClick={() => void go()}>
      Make it the production’s
    </Button>
  )
}
