/** What changed, never what it is now. `productionId` null: something of the whole office. */
export interface Changed {
  department: string
  productionId: string | null
  ids: string[]
}

/** Hears of committed changes until the returned function is called. The browser takes the line up again when it breaks. */
export function listen(hear: (changed: Changed) => void): () => void {
  const source = new EventSource('/v1/live')
  let wasLost = false
  source.addEventListener('changed', (event) => hear(JSON.parse((event as MessageEvent<string>).data) as Changed))
  source.addEventListener('error', () => {
    wasLost = true
  })
  source.addEventListener('listening', () => {
    // Whatever happened while the line was down was not heard.
    if (wasLost) hear({ department: '*', productionId: null, ids: [] })
    wasLost = false
  })
  return () => source.close()
}
