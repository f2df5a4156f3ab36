import type { CSSProperties } from 'react'
import type { StripField, StripShape } from '../layout.contract.ts'

/** Numbers of three letters need more room than a digit; every cast ID keeps its own column all the way down. */
const castWidth = (labels: readonly string[]): number => (labels.some((label) => label.length > 2) ? 24 : 17)

const widths: Record<Exclude<StripField, 'cast' | 'set'>, string> = {
  number: '52px',
  intExt: '32px',
  light: '40px',
  synopsis: 'minmax(40px, 1fr)',
  scriptDay: '42px',
  pages: '52px',
  location: '36px',
  estimate: '46px',
}

/** The grid every strip of the board lies on, so that a person's day reads straight down. */
export function gridOf({ upper, height }: StripShape, castLabels: readonly string[]): CSSProperties {
  const cast = castWidth(castLabels)
  const set = upper.includes('synopsis') ? 'minmax(120px, 216px)' : 'minmax(120px, 1fr)'
  const widthOf = (field: StripField): string => {
    if (field === 'set') return set
    return field === 'cast' ? `${castLabels.length * cast + 8}px` : widths[field]
  }
  return {
    '--strip-cols': upper.map(widthOf).join(' '),
    '--strip-row': `${height}px`,
    '--cast-count': castLabels.length,
    '--cast-width': `${cast}px`,
    '--board-min': `${560 + (upper.includes('cast') ? castLabels.length * cast : 0)}px`,
  } as CSSProperties
}
