import type { EmergencyNumber, MealPenalty } from './sheetRule.contract.ts'

/** `Europe/London 999, elsewhere 112`. */
export const numbersText = (numbers: readonly EmergencyNumber[]): string =>
  numbers.map(({ zones, number }) => `${zones || 'elsewhere'} ${number}`).join(', ')

/** `30 min: 25, 35, then 50 USD, US screen terms`. */
export const penaltyText = ({ stepMinutes, amounts, beyond, currency, terms }: MealPenalty): string =>
  `${stepMinutes} min: ${[...amounts, amounts.length === 0 ? beyond : `then ${beyond}`].join(', ')} ${currency}, ${terms}`
