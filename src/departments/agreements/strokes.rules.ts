/** Strokes as an SVG path, for paper: numbers only, so nothing a person sends can become markup. */
const strokePath = (strokes: readonly (readonly (readonly [number, number])[])[]): string =>
  strokes
    .map((points) => {
      const [first = [0, 0], ...rest] = points
      const lines = rest.length === 0 ? [[first[0] + 1, first[1]]] : rest
      return `M${Number(first[0])} ${Number(first[1])}${lines.map(([x, y]) => `L${Number(x)} ${Number(y)}`).join('')}`
    })
    .join('')

export const strokesSvg = (strokes: readonly (readonly (readonly [number, number])[])[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 300"><path d="${strokePath(strokes)}" fill="none" stroke="#171a21" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/></svg>`
