import { createHash } from 'node:crypto'
import { NotFound, Problem } from '../../kernel/problems.ts'
import type { OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Db } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Pdf } from '../../platform/pdf/index.ts'
import { isPale, PictureRefused, redrawn } from '../../platform/pictures/index.ts'
import { LogoRefused } from './logo.contract.ts'
import * as store from './logo.store.ts'
import * as offices from './office.store.ts'
import { touchOffice } from './office.actions.ts'
import type { OfficeSettings } from './office.contract.ts'

/** Pixels of the longer side: sharp at the width a letterhead gives it, and small in every paper. */
const LONGEST_SIDE = 900

interface SetLogo {
  readonly scope: OfficeScope
  readonly expected: number
  readonly body: { readonly picture: string }
}

/** Nothing of the file but its pixels is kept: it is drawn anew, whatever it calls itself. */
export async function setLogo(app: App, { scope, expected, body }: SetLogo): Promise<OfficeSettings> {
  const drawn = await draw(Buffer.from(body.picture, 'base64'))
  return app.transaction(async (tx) => {
    const before = await store.about(tx)
    await store.put(tx, scope, drawn)
    return touchOffice(app, tx, { scope, expected }, 'office.logo_set', {
      before: inWords(before),
      after: inWords(drawn),
    })
  })
}

export const removeLogo = (app: App, { scope, expected }: Omit<SetLogo, 'body'>): Promise<OfficeSettings> =>
  app.transaction(async (tx) => {
    const before = await store.about(tx)
    if (!before) throw new Problem(NotFound, {}, 'The office has no logo.')
    await store.remove(tx, scope)
    return touchOffice(app, tx, { scope, expected }, 'office.logo_removed', { before: inWords(before), after: {} })
  })

async function draw(bytes: Buffer): Promise<store.Logo> {
  const picture = await redrawn(bytes, { longestSide: LONGEST_SIDE, as: 'png' }).catch((thrown: unknown) => {
    if (!(thrown instanceof Problem) || thrown.problem !== PictureRefused) throw thrown
    const { reason } = thrown.extension as { reason: 'not_a_picture' | 'damaged' | 'too_large' }
    throw new Problem(LogoRefused, { reason }, advice[reason])
  })
  return {
    png: picture.bytes,
    sha256: createHash('sha256').update(picture.bytes).digest('hex'),
    width: picture.width,
    height: picture.height,
    isPale: await isPale(picture.bytes),
  }
}

const advice = {
  not_a_picture: 'Send a PNG, JPEG or WebP. A drawing as SVG is turned into a PNG by the settings page.',
  damaged: 'The picture breaks off. Export it again and send that.',
  too_large: 'The picture is too large. A logo of 1000 pixels is plenty.',
}

const inWords = (logo: Omit<store.Logo, 'png'> | null): Record<string, string> =>
  logo ? { logo: `${logo.width} × ${logo.height} pixels`, sha256: logo.sha256 } : {}

/** The logo's address for people outside, by the bytes it leads to. */
const versionOf = (sha256: string): string => sha256.slice(0, 16)

/** Whose pages those for people outside are: the logo, and the name it stands for. */
export async function houseOf(db: Db): Promise<House> {
  const { name } = await offices.settings(db)
  const logo = await store.about(db)
  if (logo === null) return { name, logo }
  const { width, height, sha256 } = logo
  return { name, logo: { href: `/outside/logo?v=${versionOf(sha256)}`, width, height } }
}

/**
 * The press that sets whose paper it is into the head: the office's logo in a white field, so that it reads on coloured
 * paper and on a copy, or its name where it has no logo.
 */
export async function letterhead(app: Pick<App, 'db' | 'pdf'>): Promise<Pdf> {
  const { name } = await offices.settings(app.db)
  const logo = await store.find(app.db)
  const files: Record<string, Buffer> = logo ? { 'logo.png': logo.png } : {}
  const house = { house: { name, logo: logo ? { file: 'logo.png', width: logo.width, height: logo.height } : null } }
  return {
    close: () => app.pdf.close(),
    render: (template, facts, options) =>
      app.pdf.render(
        template,
        { ...(facts as object), ...house },
        { ...options, files: { ...options?.files, ...files } },
      ),
    renderCopies: (template, copies, options) =>
      app.pdf.renderCopies(
        template,
        { ...copies, shared: { ...copies.shared, ...house } },
        { ...options, files: { ...options?.files, ...files } },
      ),
  }
}

interface AskedLogo {
  /** What the reader says they have. */
  readonly known: string | undefined
  readonly version?: string | undefined
}

/** The logo's bytes; the same ones are not sent twice to who has them, and not asked for again under their version. */
export async function answerLogo(app: Pick<App, 'db'>, { known, version }: AskedLogo): Promise<Response> {
  const logo = await store.find(app.db)
  if (!logo) throw new Problem(NotFound, {}, 'The office has no logo.')
  const isThis = version === versionOf(logo.sha256)
  const headers = {
    etag: `"${logo.sha256}"`,
    'cache-control': isThis ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  }
  if (known === headers.etag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(logo.png), { headers: { ...headers, 'content-type': 'image/png' } })
}
