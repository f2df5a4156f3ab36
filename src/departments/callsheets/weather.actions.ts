import { invalid, Problem } from '../../kernel/problems.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { CallSheetView } from './callsheet.view.ts'
import { changeBlocks } from './sheet.actions.ts'
import type { CallSheetId } from './sheet.contract.ts'
import { get } from './sheetReads.actions.ts'
import { momentText } from './sheetText.rules.ts'
import { Forecast, ForecastOff, ForecastSilent } from './weather.contract.ts'

const patienceMilliseconds = 10_000
const mostBytes = 64 * 1024

interface AskWeather {
  scope: ProductionScope
  actor: Actor
  id: CallSheetId
  expected: number
}

/**
 * Asks the forecast service, then writes what it says as if it had been typed. Asked outside the transaction, so that a
 * slow service holds nobody up.
 * @throws ForecastOff, ForecastSilent, Stale
 */
export async function askWeather(app: App, { scope, actor, id, expected }: AskWeather) {
  const { weatherUrl } = app.settings
  if (weatherUrl === undefined)
    throw new Problem(ForecastOff, {}, 'Type the forecast in, or ask whoever runs the office to set up a service.')
  const { view } = await get(app.db, scope, id)
  const { forecastAt, ...forecast } = await ask(addressOf(weatherUrl, view))
  const weather = { ...forecast, forecastAt: forecastAt ?? momentText(app.clock.now(), view.timeZone) }
  return changeBlocks(app, { scope, actor, id, expected, change: { weather } })
}

function addressOf(service: string, view: CallSheetView): URL {
  const place = [view.reportTo, ...view.places].find((each) => each?.latitude != null && each.longitude != null)
  if (place?.latitude == null || place.longitude == null)
    throw invalid('/latitude', 'No place of the day has coordinates. Give its location some, then ask again.')
  const url = new URL(service)
  url.searchParams.set('latitude', String(place.latitude))
  url.searchParams.set('longitude', String(place.longitude))
  url.searchParams.set('date', view.header.onDate)
  url.searchParams.set('timezone', view.timeZone)
  return url
}

async function ask(url: URL): Promise<Forecast> {
  try {
    const signal = AbortSignal.timeout(patienceMilliseconds)
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal, redirect: 'error' })
    if (!response.ok) throw new Error(`status ${response.status}`)
    const text = await bounded(response)
    return Forecast.parse(JSON.parse(text))
  } catch {
    throw new Problem(
      ForecastSilent,
      {},
      'It did not answer as it should. The sheet is as it was; type the forecast in.',
    )
  }
}

/** Reads no more than a forecast can be long, whatever the service sends. */
async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (size > mostBytes) throw new Error('too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
