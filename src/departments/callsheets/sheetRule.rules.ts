import type { EmergencyNumber } from './sheetRule.contract.ts'

/** `Europe/London 999, elsewhere 112`. */
export const numbersText = (numbers: readonly EmergencyNumber[]): string =>
  numbers.map(({ zones, number }) => `${zones || 'elsewhere'} ${number}`).join(', ')
