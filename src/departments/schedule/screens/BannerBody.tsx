import {
  IconBed,
  IconBulb,
  IconFlag,
  IconMovie,
  IconNote,
  IconToolsKitchen2,
  IconTruck,
  IconUsers,
} from '@tabler/icons-react'
import { clockOf, durationText } from '../../../kernel/time.ts'
import { classes } from '../../../ui/classes.ts'
import { bannerOf } from '../banners.rules.ts'
import type { StripKind } from '../board.contract.ts'
import type { SheetRow } from '../board.rules.ts'
import css from './banner.module.css'

const icons: Record<StripKind, typeof IconNote> = {
  scene: IconMovie,
  day_start: IconFlag,
  meal: IconToolsKitchen2,
  second_meal: IconToolsKitchen2,
  company_move: IconTruck,
  pre_light: IconBulb,
  second_unit: IconUsers,
  rehearsal: IconUsers,
  travel: IconBed,
  custom: IconNote,
}

/** A strip that is no scene: a meal, a move, a pre-light, a note. */
export function BannerBody({ row, marks }: { row: SheetRow; marks?: string | undefined }) {
  const { strip, clock } = row
  const Icon = icons[strip.kind]
  return (
    <div className={classes(css.banner, strip.kind === 'company_move' && css.move, marks)}>
      <Icon size={13} aria-hidden />
      <b>{bannerOf(strip.kind)?.label}</b>
      <span>{strip.title}</span>
      {clock && clock.minutes > 0 && (
        <>
          <em>
            {clockOf(clock.from)}–{clockOf(clock.until)}
          </em>
          <u>{durationText(clock.minutes)}</u>
        </>
      )}
    </div>
  )
}
