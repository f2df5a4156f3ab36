import type { MealPenalty } from './sheetMeals.rules.ts'
import type { Blocks, Timing } from './sheet.blocks.ts'
import type { CallSheetView, UnitWords } from './callsheet.view.ts'
import type { EmergencyNumber } from './sheetRule.contract.ts'

type SheetKind = CallSheetView['kind']

/** Which of the three papers a production gets. Social films run like commercials, documentaries like corporate days. */
export const sheetKindOf = (productionKind: string): SheetKind =>
  productionKind === 'narrative'
    ? 'narrative'
    : productionKind === 'corporate' || productionKind === 'documentary'
      ? 'corporate'
      : 'commercial'

export const wordsOf: Record<SheetKind, UnitWords> = {
  narrative: { unit: 'Scene', units: 'scenes', count: 'Pages', first: 'First scene', showPages: true },
  commercial: { unit: 'Frame', units: 'set-ups', count: 'Pages', first: 'First frame', showPages: true },
  corporate: { unit: 'Segment', units: 'segments', count: 'Min', first: 'First segment', showPages: false },
}

/** Until the first set-up is ready: feature and commercial crews light for longer than interview crews. */
const firstSetup: Record<SheetKind, number> = { narrative: 90, commercial: 75, corporate: 45 }

export interface Meal {
  /** From call to the latest start of the meal. */
  readonly afterMinutes: number
  readonly minutes: number
  /** What a late one costs a performer; null where no agreement says so. */
  readonly penalty: MealPenalty | null
}

/** Six hours and one hour, as most agreements have it (handbook, call sheets 4); for productions without a profile. */
export const usualMeal: Meal = { afterMinutes: 360, minutes: 60, penalty: null }

const timing = (kind: SheetKind, meal: Meal): Timing => ({
  rehearsalLead: 10,
  baseToSet: 10,
  readyBuffer: 5,
  load: 5,
  firstSetup: firstSetup[kind],
  wrap: kind === 'corporate' ? 30 : 45,
  chairs: 2,
  mealAfter: meal.afterMinutes,
  mealMinutes: meal.minutes,
  breakfastBefore: kind === 'corporate' ? null : 60,
  paidBreakfastUntil: null,
  pickupStartsWork: false,
  sparePercent: 10,
})

const channels: Record<SheetKind, [string, string][]> = {
  narrative: [
    ['1', 'Production'],
    ['2', 'Open talk'],
    ['3', 'Transportation'],
    ['4', 'Open'],
    ['5', 'Art, props'],
    ['6', 'Camera'],
    ['7', 'Electric'],
    ['8', 'Grip'],
    ['9', 'Locations, security'],
  ],
  commercial: [
    ['1', 'Production'],
    ['2', 'Open talk'],
    ['3', 'Transport'],
    ['5', 'Art, props'],
    ['6', 'Camera'],
    ['7', 'Electric'],
    ['8', 'Grip'],
    ['9', 'Locations'],
    ['11', 'Make-up'],
  ],
  corporate: [],
}

/** Extra blocks each kind of production is asked for. Empty ones are not printed. */
const extras: Record<SheetKind, [string, string][]> = {
  narrative: [['continuity', 'Continuity']],
  commercial: [
    ['products', 'Products and packs'],
    ['supers', 'Legal supers and usage'],
    ['client_holding', 'Client holding'],
    ['ppm', 'Changed since the PPM'],
  ],
  corporate: [
    ['access', 'Getting into the building'],
    ['rooms', 'Rooms'],
    ['teleprompter', 'Teleprompter'],
    ['wardrobe', 'What to wear'],
    ['releases', 'Releases'],
  ],
}

const notices: Record<SheetKind, [string, string, string][]> = {
  narrative: [
    ['closed', 'Closed set.', 'No photos and no posts.'],
    ['forced', 'No forced calls or overtime', 'without approval of the production manager beforehand.'],
    [
      'speak',
      'Speak up.',
      'Harassment, bullying or unsafe work: tell the production manager or the assistant director.',
    ],
  ],
  commercial: [
    ['closed', 'Closed set.', 'No photos, no posts, nothing about the product.'],
    ['forced', 'No forced calls or overtime', 'without approval of the production manager beforehand.'],
    [
      'speak',
      'Speak up.',
      'Harassment, bullying or unsafe work: tell the production manager or the assistant director.',
    ],
  ],
  corporate: [['closed', 'Guests of the house.', 'Badges visible, phones silent, no photos of screens or boards.']],
}

/**
 * The emergency number of a place, as far as its time zone tells: the line that says most of it counts. Printed, so it can
 * be corrected.
 */
export const emergencyNumberFor = (timeZone: string, numbers: readonly EmergencyNumber[]): string =>
  numbers
    .filter(({ zones }) => zones === '' || timeZone === zones || timeZone.startsWith(`${zones}/`))
    .toSorted((a, b) => b.zones.length - a.zones.length)[0]?.number ?? ''

/** A new sheet's typed blocks: nothing invented, only what is customary for the kind of shoot. */
export const blocksFor = (kind: SheetKind, meal: Meal = usualMeal): Blocks => ({
  timing: timing(kind, meal),
  changeNote: '',
  weather: null,
  safety: {
    hospital: null,
    urgentCare: '',
    police: '',
    fire: '',
    emergencyNumber: '',
    hotline: '',
    hazards: '',
    meetingAt: null,
    meetingPlace: '',
  },
  reportToLocationId: null,
  lunchPlace: '',
  scheduleNote: '',
  frames: kind === 'commercial',
  background: [],
  vehicles: [],
  extras: extras[kind].map(([id, title]) => ({ id, title, text: '' })),
  notices: notices[kind].map(([id, title, text]) => ({ id, title, text })),
  channels: channels[kind].map(([number, use]) => ({ number, use })),
  caterer: '',
  diets: '',
  officePhone: '',
  advanceDays: kind === 'narrative' ? 2 : 1,
  advanceNote: '',
})
