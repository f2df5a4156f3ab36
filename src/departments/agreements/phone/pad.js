// The field for a finger: what is drawn, as strokes the office can set on paper.

/** Strokes in the measure of the paper: 1000 wide, 300 high. */
export function pad(canvas) {
  const pen = canvas.getContext('2d')
  let strokes = []
  let stroke
  const draw = () => {
    pen.clearRect(0, 0, 1000, 300)
    pen.strokeStyle = '#cdd1d9'
    pen.lineWidth = 3
    pen.beginPath()
    pen.moveTo(50, 250)
    pen.lineTo(950, 250)
    pen.stroke()
    pen.strokeStyle = '#171a21'
    pen.lineWidth = 8
    pen.lineCap = pen.lineJoin = 'round'
    for (const points of strokes) {
      pen.beginPath()
      pen.moveTo(...points[0])
      for (const point of points.length === 1 ? [[points[0][0] + 1, points[0][1]]] : points.slice(1))
        pen.lineTo(...point)
      pen.stroke()
    }
  }
  const at = (event) => {
    const box = canvas.getBoundingClientRect()
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)))
    return [
      within(((event.clientX - box.left) / box.width) * 1000, 1000),
      within(((event.clientY - box.top) / box.height) * 300, 300),
    ]
  }
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId)
    stroke = [at(event)]
    strokes.push(stroke)
    draw()
    event.preventDefault()
  })
  canvas.addEventListener('pointermove', (event) => {
    if (!stroke || stroke.length >= 1900) return
    const point = at(event)
    const last = stroke.at(-1)
    if (Math.hypot(point[0] - last[0], point[1] - last[1]) < 3) return
    stroke.push(point)
    draw()
  })
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => (stroke = undefined))
  draw()
  return { strokes: () => strokes.slice(0, 200), clear: () => ((strokes = []), draw()) }
}
