import type { CSSProperties } from 'react'
import { inkOn } from '../../../../kernel/colour.ts'
import type { StripColours } from '../../../schedule/palette.contract.ts'
import css from './StripSample.module.css'

const scenes = [
  ['1', 'INT', 'HARBOUR OFFICE', 'D', 'intDay'],
  ['2', 'EXT', 'EAST QUAY', 'D', 'extDay'],
  ['3', 'EXT', 'EAST QUAY', 'Dawn', 'dawnDusk'],
  ['4', 'INT', 'ENGINE ROOM', 'N', 'intNight'],
  ['5', 'EXT', 'BREAKWATER', 'N', 'extNight'],
] as const

const dress = (hex: string) =>
  ({ background: hex, color: inkOn(hex) === 'dark' ? '#171a21' : '#eef0f5', '--fill': hex }) as CSSProperties

/** A small board in a set of colours, as they are being chosen. */
export function StripSample({ of: colours }: { of: StripColours }) {
  return (
    <div className={css.sample} role="img" aria-label="A board in these colours">
      <div className={css.head} style={dress(colours.dayBreak)}>
        Day 1 <span>Tue 12 May</span> <span>2 3/8 pages</span>
      </div>
      {scenes.map(([number, side, set, light, key]) => (
        <div
          key={number}
          className={side === 'EXT' ? `${css.strip} ${css.ext}` : css.strip}
          style={dress(colours[key] ?? colours.extDay)}
        >
          <b>{number}</b>
          <span>{side}</span>
          <strong>{set}</strong>
          <span>{light}</span>
        </div>
      ))}
      <div className={css.banner} style={dress(colours.companyMove)}>
        Company move
      </div>
      <div className={css.head} style={dress(colours.freeDay)}>
        Day off <span>Sat 16 May</span>
      </div>
      <div className={css.head} style={dress(colours.holiday)}>
        Holiday <span>Mon 25 May</span>
      </div>
    </div>
  )
}
