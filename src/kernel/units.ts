/** The unit a day is shot by; most productions have one. */
export const MAIN_UNIT = 'Main unit'

/** People write `Main`, `Main unit`, `main unit`. */
export const isMainUnit = (unit: string): boolean => /^main\b/i.test(unit)
