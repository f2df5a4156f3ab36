import { z } from 'zod'
import { problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { CallSheet, getCallSheet } from './sheet.contract.ts'

export const ForecastOff = problemType('forecast-off', 409, 'No forecast service is set up')
export const ForecastSilent = problemType('forecast-silent', 502, 'The forecast service gave no forecast')

export const askForecast = route({
  method: 'POST',
  path: `${getCallSheet.path}/forecast`,
  summary: 'Ask the forecast service for the place and day of the sheet; off unless the operator set one up',
  access: { ability: 'callsheets.edit', on: 'production' },
  params: getCallSheet.params!,
  ifMatch: 'required',
  response: CallSheet,
  problems: [ForecastOff, ForecastSilent, Stale],
})

const short = z.string().max(500)

/** What a forecast service answers; described in docs/operating/weather.md. What it does not know stays empty. */
export const Forecast = z.object({
  text: short.min(1),
  highC: z.number().min(-90).max(70).nullable().default(null),
  lowC: z.number().min(-90).max(70).nullable().default(null),
  precipitationPercent: z.int().min(0).max(100).nullable().default(null),
  wind: short.default(''),
  gustKmh: z.int().min(0).max(500).nullable().default(null),
  humidityPercent: z.int().min(0).max(100).nullable().default(null),
  uv: z.int().min(0).max(30).nullable().default(null),
  source: short.min(1),
  forecastAt: short.optional(),
})
export type Forecast = z.infer<typeof Forecast>
