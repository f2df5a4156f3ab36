import type { App } from '../app.ts'
import { houseOf, type House } from '../house.ts'
import { escaped } from './html.ts'

/** Where the head of the house goes. What people typed is escaped and can never read like it. */
export const houseMark = '<!--house-->'

/** The tallest and widest a logo stands on a phone, in pixels. */
const TALLEST = 40
const WIDEST = 200

/** The logo, or the name where there is none; nothing before the office has either. */
function houseHead({ name, logo }: House): string {
  if (logo === null) return name === '' ? '' : `<header class="house"><b dir="auto">${escaped(name)}</b></header>`
  const scale = Math.min(TALLEST / logo.height, WIDEST / logo.width)
  const [width, height] = [logo.width, logo.height].map((it) => Math.max(1, Math.round(it * scale)))
  return `<header class="house"><img src="${escaped(logo.href)}" width="${width}" height="${height}" alt="${escaped(name)}"></header>`
}

/** A page as an answer, whose head the server fills in: no route can forget whose page it is. */
export class OutsideResponse extends Response {
  readonly #page: string

  constructor(page: string, init: ResponseInit) {
    super(page.replace(houseMark, ''), init)
    this.#page = page
  }

  headedBy(house: House): Response {
    return new Response(
      this.#page.replace(houseMark, () => houseHead(house)),
      this,
    )
  }
}

/** The answer as it leaves: a page gets its head, anything else goes as it is. */
export const headed = async (app: Pick<App, 'db' | 'departments'>, response: Response): Promise<Response> =>
  response instanceof OutsideResponse ? response.headedBy(await houseOf(app)) : response
