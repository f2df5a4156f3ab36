import { IconArrowsSplit2, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { formatPages, formatEighths } from '../../../kernel/eighths.ts'
import type { BodyOf } from '../../../kernel/route.ts'
import { dayClockOf, durationText, minuteOf } from '../../../kernel/time.ts'
import { Button, TextButton } from '../../../ui/Button.tsx'
import { SwitchField } from '../../../ui/CheckField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { LengthField, TimeField } from '../../../ui/TimeField.tsx'
import { rowsOf } from '../board.rules.ts'
import type { BoardSheet, SheetRow } from '../board.rules.ts'
import { bannerOf } from '../banners.rules.ts'
import type { ShootDayId, Strip, StripId } from '../board.contract.ts'
import { dayTitle } from '../clashdays.rules.ts'
import { estimateMinutes } from '../clock.rules.ts'
import { stripNumber } from '../split.rules.ts'
import { changeStrip, joinStrip, removeBanner, splitStrip } from '../strips.contract.ts'
import css from './side.module.css'
import tools from './tools.module.css'
import type { BoardChange, BoardParams } from './useBoardChange.ts'

interface StripPanelProps {
  row: SheetRow
  sheet: BoardSheet
  params: BoardParams
  canEdit: boolean
  change: BoardChange
  onMoveTo: (dayId: ShootDayId | null) => void
  onClose: () => void
}

function Split({
  row,
  onSplit,
  onJoin,
  others,
}: {
  row: SheetRow
  onSplit: (eighths: number) => void
  onJoin: (id: StripId) => void
  others: readonly SheetRow[]
}) {
  const [eighths, setEighths] = useState<number | null>(Math.max(1, Math.floor(row.eighths / 2)))
  const isPossible = eighths !== null && eighths > 0 && eighths < row.eighths
  return (
    <>
      {row.eighths > 1 && (
        <div className={tools.pair}>
          <NumberField
            label="First part, in eighths"
            value={eighths}
            onChange={setEighths}
            min={1}
            max={row.eighths - 1}
          />
          <div style={{ alignSelf: 'end' }}>
            <Button
              icon={<IconArrowsSplit2 size={16} />}
              disabled={!isPossible}
              onClick={() => eighths !== null && onSplit(eighths)}
            >
              Split
            </Button>
          </div>
        </div>
      )}
      {others.map((other) => (
        <TextButton key={other.strip.id} onClick={() => onJoin(other.strip.id)}>
          Join with part {other.strip.part}, {formatEighths(other.eighths)}
        </TextButton>
      ))}
    </>
  )
}

/** What stands on a banner. It is kept when the field is left: the board answers each change with a version. */
function Words({ strip, onKeep }: { strip: Strip; onKeep: (title: string) => void }) {
  const [title, setTitle] = useState(strip.title)
  const keep = () => title !== strip.title && onKeep(title)
  return (
    <TextField
      label="Words"
      placeholder={strip.kind === 'company_move' ? 'to 2 Jun’s Café' : ''}
      value={title}
      onChange={setTitle}
      onEnter={keep}
      onLeave={keep}
    />
  )
}

/** One strip: its time, start, place and parts. Whatever is typed can be taken back to what is computed. */
export function StripPanel({ row, sheet, params, canEdit, change, onMoveTo, onClose }: StripPanelProps) {
  const { strip, scene } = row
  const at = { params: { ...params, stripId: strip.id } }
  const save = (body: BodyOf<typeof changeStrip>) => void change(changeStrip, { ...at, body })
  const computed = scene?.minutes ?? estimateMinutes(strip, row.eighths, sheet.facts.board.pace)
  const others = rowsOf(sheet).filter(
    (other) => strip.sceneId !== null && other.strip.sceneId === strip.sceneId && other.strip.id !== strip.id,
  )
  const lanes = [
    { value: 'boneyard', label: 'Boneyard' },
    ...sheet.days.map((day) => ({ value: day.day.id as string, label: dayTitle(day) })),
  ]
  return (
    <section className={css.sideTop} aria-label="Strip">
      <header className={css.sideHead}>
        <div className={css.label}>
          {scene ? `Scene ${stripNumber(scene.number, strip)}` : bannerOf(strip.kind)?.label}
          <span>
            <TextButton onClick={onClose}>Close</TextButton>
          </span>
        </div>
        <h2>{scene ? scene.setName : strip.title || bannerOf(strip.kind)?.label}</h2>
        {scene && (
          <p className={css.quiet} style={{ padding: 0 }}>
            {scene.synopsis} {row.eighths > 0 && `${formatPages(row.eighths)}.`}
          </p>
        )}
      </header>
      {canEdit && (
        <div className={css.section}>
          <div className={tools.stack}>
            {!scene && <Words strip={strip} onKeep={(title) => save({ title })} />}
            <div className={tools.pair}>
              <LengthField
                label="Takes"
                hint={strip.minutesOverride === null ? 'As computed' : `Computed: ${durationText(computed)}`}
                value={strip.minutesOverride ?? computed}
                onChange={(minutes) => save({ minutesOverride: minutes === computed ? null : minutes })}
              />
              <TimeField
                label="Starts at"
                hint={strip.startOverride === null ? 'After the one before' : 'Fixed'}
                value={strip.startOverride === null ? null : dayClockOf(strip.startOverride)}
                placeholder={row.clock ? dayClockOf(row.clock.from) : ''}
                onChange={(time) => save({ startOverride: time === null ? null : minuteOf(time) })}
              />
            </div>
            {(strip.minutesOverride !== null || strip.startOverride !== null) && (
              <TextButton onClick={() => save({ minutesOverride: null, startOverride: null })}>
                Back to computed times
              </TextButton>
            )}
            <SelectField
              label="Day"
              value={strip.dayId ?? 'boneyard'}
              choices={lanes}
              onChange={(lane) => onMoveTo(lane === null || lane === 'boneyard' ? null : (lane as ShootDayId))}
            />
            {sheet.facts.places.length > 0 && scene && (
              <SelectField
                label="Place"
                hint={strip.locationId === null ? 'Where the set is shot' : 'Only for this strip'}
                value={row.place?.id ?? null}
                clearable
                choices={sheet.facts.places.map((place) => ({
                  value: place.id,
                  label: `${place.number} ${place.name}`,
                }))}
                onChange={(locationId) => save({ locationId })}
              />
            )}
            {scene && scene.intExt !== 'int' && (
              <SwitchField
                label="Light is cheated"
                hint="Day for night or night for day: daylight is not asked"
                value={strip.cheatsLight}
                onChange={(cheatsLight) => save({ cheatsLight })}
              />
            )}
            {scene && (
              <Split
                key={`${strip.id}:${row.eighths}`}
                row={row}
                others={others}
                onSplit={(eighths) => void change(splitStrip, { ...at, body: { eighths } })}
                onJoin={(id) => void change(joinStrip, { ...at, body: { with: id } })}
              />
            )}
            {!scene && (
              <Button icon={<IconTrash size={16} />} onClick={() => void change(removeBanner, at)}>
                Take off the board
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
