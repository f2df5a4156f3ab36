import type { App } from './app.ts'
import type { Db } from './database/database.ts'
import type { Pdf } from './pdf/index.ts'

/** Whose pages and papers these are, to somebody who has never been here. */
export interface House {
  readonly name: string
  readonly logo: { readonly href: string; readonly width: number; readonly height: number } | null
}

/** Told by the one department that knows; every other may ask, whichever way they need each other. */
export interface HouseSource {
  readonly of: (db: Db) => Promise<House>
  readonly letterhead: (app: Pick<App, 'db' | 'pdf'>) => Promise<Pdf>
}

type Asking = Pick<App, 'db' | 'pdf' | 'departments'>

const sourceIn = (app: Pick<App, 'departments'>) => app.departments().find(({ house }) => house !== undefined)?.house

export const houseOf = async (app: Pick<App, 'db' | 'departments'>): Promise<House> =>
  (await sourceIn(app)?.of(app.db)) ?? { name: '', logo: null }

/** The press that puts the office's logo, or its name, into the head of every paper. */
export const letterhead = async (app: Asking): Promise<Pdf> => (await sourceIn(app)?.letterhead(app)) ?? app.pdf
