import type { CSSProperties } from 'react'
import type { BoardLook } from '../board.contract.ts'

const widths = { scriptDay: '42px', location: '36px', estimate: '46px' } as const

/** Numbers of three letters need more room than a digit; every cast ID keeps its own column all the way down. */
const castWidth = (labels: readonly string[]): number => (labels.some((label) => label.length > 2) ? 24 : 17)

/** The grid every strip of the board lies on, so that a person's day reads straight down. */
export function gridOf(look: BoardLook, castLabels: readonly string[]): CSSProperties {
  const shown = (column: BoardLook['columns'][number]) => look.columns.includes(column)
  const cast = castWidth(castLabels)
  const columns = [
    '52px 32px minmax(120px, 216px) 40px',
    shown('synopsis') ? 'minmax(40px, 1fr)' : 'minmax(0, 1fr)',
    shown('scriptDay') ? widths.scriptDay : '0',
    `${castLabels.length * cast + 8}px`,
    '52px',
    shown('location') ? widths.location : '0',
    shown('estimate') ? widths.estimate : '0',
  ].join(' ')
  return {
    '--strip-cols': columns,
    '--cast-count': castLabels.length,
    '--cast-width': `${cast}px`,
    '--board-min': `${560 + castLabels.length * cast}px`,
  } as CSSProperties
}
