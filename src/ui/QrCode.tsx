import { qrSquares } from './qr.rules.ts'

/** The quiet border a reader needs, in squares. */
const quiet = 4

/** A code for a phone's camera: always dark on white, in both themes. */
export function QrCode({ text, label, size = 190 }: { text: string; label: string; size?: number }) {
  const squares = qrSquares(text)
  const side = squares.length + 2 * quiet
  const drawn = squares
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={drawn} fill="#000" />
    </svg>
  )
}
