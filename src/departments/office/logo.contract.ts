import { z } from 'zod'
import { NotFound, problemType, Stale } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'
import { OfficeSettings } from './office.contract.ts'

export const LogoRefused = problemType(
  'logo-refused',
  422,
  'This file cannot be the logo',
  z.object({ reason: z.enum(['not_a_picture', 'damaged', 'too_large']) }),
)

/** Five megabytes of picture, as base64 writes them. */
const MOST_LETTERS = 7_000_000

export const setLogo = route({
  method: 'PUT',
  path: '/v1/office/logo',
  summary: 'Give the office a logo: PNG, JPEG or WebP, drawn anew before it is kept',
  access: { ability: 'office.settings', on: 'office' },
  body: z.object({ picture: z.base64('Send the picture as base64.').min(1).max(MOST_LETTERS) }),
  ifMatch: 'required',
  maxBodyBytes: MOST_LETTERS + 1000,
  response: OfficeSettings,
  problems: [Stale, LogoRefused],
})

export const removeLogo = route({
  method: 'DELETE',
  path: '/v1/office/logo',
  summary: "Take the office's logo away; papers that were issued keep it",
  access: { ability: 'office.settings', on: 'office' },
  ifMatch: 'required',
  response: OfficeSettings,
  problems: [Stale, NotFound],
})

/** Below `/outside/`, so that a phone which keeps a page keeps it too; under its own version it never changes. */
export const outsideLogo = rawRoute({
  method: 'GET',
  path: '/outside/logo',
  summary: "The office's logo, in the head of every page for people outside",
  access: { public: 'it stands on pages for people outside' },
  query: z.object({ v: z.string().max(64).optional() }),
  produces: 'image/png',
})

export const readLogo = rawRoute({
  method: 'GET',
  path: '/v1/office/logo',
  summary: "The office's logo",
  access: { public: 'it stands on pages for people outside, and on the door' },
  produces: 'image/png',
})
