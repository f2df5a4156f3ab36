import { Invalid, invalid, NotFound, Problem, TooLarge } from '../../kernel/problems.ts'
import type { LinkId, PersonId } from '../../kernel/ids.ts'
import { dayText } from '../../kernel/time.ts'
import type { Actor, ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import { readWhole } from '../../platform/storage/storage.ts'
import { ChannelForbidden, type NewShare, type Share, type ShareId } from './access.contract.ts'
import { allowedChannels, faultsOf } from './channel.rules.ts'
import type { DocumentId } from './document.contract.ts'
import { opened, viewOf } from './documentSight.actions.ts'
import type { ClassRow } from './documentClass.store.ts'
import * as versions from './documentVersion.store.ts'
import { isDrawn, stampedBytes, watermarkFor } from './delivery.actions.ts'
import { delivery } from './kind.rules.ts'
import { nameOf } from './ground.ts'
import * as store from './share.store.ts'

/** What mail servers still take. */
const MOST_ATTACHED = 10 * 1024 * 1024

interface Sharing {
  readonly scope: ProductionScope
  readonly actor: Actor
  readonly id: DocumentId
}

/** One document for one person, by a way its class allows. The link is in the register of the office. */
export const share = (
  app: App,
  { scope, actor, id, body }: Sharing & { body: NewShare },
): Promise<{ share: Share; url: string | null }> =>
  app.transaction(async (tx) => {
    const { line, rule } = await shareable(app, tx, scope, id)
    refuseWay(body, rule)
    const at = app.clock.now()
    const expiresAt = body.expiresAt ?? at.add({ hours: 24 * rule.linkDays }).toString()
    if (Temporal.Instant.compare(Temporal.Instant.from(expiresAt), at) <= 0)
      throw invalid('/expiresAt', 'The end has to lie ahead.')
    const shareId = app.ids.next<ShareId>()
    const link =
      body.channel === 'attachment'
        ? null
        : await makeLink(app, tx, { scope, actor, id, body, shareId, expiresAt, name: line.name })
    await store.insert(tx, {
      id: shareId,
      documentId: id,
      linkId: link?.id ?? null,
      channel: body.channel,
      holderName: body.holderName,
      holderEmail: body.holderEmail,
      personId: body.personId,
      mayDownload: body.mayDownload,
      isWatermarked: rule.isWatermarked || body.isWatermarked,
      needsCode: body.needsCode,
      needsTerms: rule.needsNda,
      expiresAt: link === null ? null : expiresAt,
      at,
      by: nameOf(actor),
    })
    if (body.send || body.channel === 'attachment')
      await write(app, tx, {
        ...{ scope, actor, id, body, shareId, expiresAt, name: line.name, number: line.number },
        url: link?.url ?? null,
        watermark: rule.isWatermarked || body.isWatermarked ? watermarkFor(body.holderName, at) : null,
      })
    await app.audit.record(tx, actor, 'document.shared', {
      subject: { kind: 'document', id, label: line.name },
      productionId: scope.productionId,
      after: {
        with: body.holderName,
        by: body.channel,
        code: body.needsCode,
        download: body.mayDownload,
        until: link && expiresAt,
      },
    })
    await app.announce(tx, { department: 'documents', productionId: scope.productionId, ids: [id] })
    return { share: await getShare(app, tx, id, shareId), url: link?.url ?? null }
  })

async function shareable(app: App, tx: Tx, scope: ProductionScope, id: DocumentId) {
  const view = await viewOf(app, tx, scope)
  const line = await opened(tx, view, id)
  const rule = view.classes.find(({ code }) => code === line.classCode)
  if (rule === undefined) throw new Problem(NotFound, {}, 'There is no such class of documents.')
  return { line, rule }
}

function refuseWay(body: NewShare, rule: ClassRow): void {
  const allowed = allowedChannels(rule.lowestChannel)
  if (!allowed.includes(body.channel)) {
    const detail =
      allowed.length === 0
        ? `“${rule.name}” does not leave the office.`
        : `“${rule.name}” leaves the office only ${allowed.map((it) => words[it]).join(' or ')}.`
    throw new Problem(ChannelForbidden, { classCode: rule.code, allowed }, detail)
  }
  const errors = faultsOf(
    {
      channel: body.channel,
      mayDownload: body.mayDownload,
      hasPassword: body.password !== undefined,
      hasAddress: body.holderEmail !== null,
      needsCode: body.needsCode,
    },
    rule,
  )
  if (errors.length > 0) throw new Problem(Invalid, { errors }, errors[0]?.message)
  if (body.send && body.holderEmail === null) throw invalid('/holderEmail', 'Give an address to write to.')
}

const words = {
  attachment: 'as an attachment',
  personal_link: 'by a personal link',
  protected_link: 'by a link with a password or a code',
}

interface Making extends Sharing {
  readonly body: NewShare
  readonly shareId: ShareId
  readonly expiresAt: string
  readonly name: string
}

async function makeLink(app: App, tx: Tx, it: Making): Promise<{ id: LinkId; url: string }> {
  const { body } = it
  const { id, token } = await app.links.create(tx, {
    purpose: 'document',
    subject: { kind: 'document', id: it.id },
    productionId: it.scope.productionId,
    personId: body.personId as PersonId | null,
    label: `${it.name}, ${body.holderName}`,
    createdBy: it.actor,
    expiresAt: Temporal.Instant.from(it.expiresAt),
    ...(body.password !== undefined && { password: body.password }),
    ...(body.maxUses !== null && { maxUses: body.maxUses }),
  })
  return { id, url: `${app.settings.url}/d/${token}` }
}

/** One letter to one person: with the file itself, or with the way to it. */
async function write(app: App, tx: Tx, it: Making & Attaching & { url: string | null }): Promise<void> {
  const { body, name, url } = it
  const until = dayText(
    Temporal.Instant.from(it.expiresAt)
      .subtract({ seconds: 1 })
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .toString() as never,
    { year: true },
  )
  const text = [
    `Hello ${body.holderName},`,
    ...(body.message === '' ? [] : [body.message]),
    url === null
      ? `“${name}” is attached.`
      : `“${name}” is here for you, until ${until}:\n${url}\n\nThe link is yours alone: whoever opens it is taken for you.`,
    ...(body.password === undefined ? [] : ['It asks for a password, which reaches you by another way.']),
    ...(body.needsCode ? ['It asks for a code, which is sent to this address when you open it.'] : []),
    nameOf(it.actor),
  ].join('\n\n')
  await queueLetters(app, tx, [
    {
      key: `document-share-${it.shareId}`,
      channel: 'email',
      subject: name,
      text,
      to: { name: body.holderName, address: body.holderEmail ?? '' },
      about: { kind: 'document', id: it.id },
      productionId: it.scope.productionId,
      ...(url === null && { attachments: [await attached(app, tx, it)] }),
    },
  ])
}

/** The current version as a link would show it: under the holder's name where it is watermarked. */
async function attached(app: App, tx: Tx, { id, number, name, watermark }: Attaching) {
  const version = await versions.find(tx, id, number)
  if (version === undefined) throw new Problem(NotFound, {}, 'This document has no file.')
  if (version.sizeBytes > MOST_ATTACHED)
    throw new Problem(TooLarge, { limitBytes: MOST_ATTACHED }, 'Mail takes 10 MB at most. Share it by a link instead.')
  if (watermark !== null && isDrawn(version)) {
    const bytes = await stampedBytes(app, version, watermark)
    return { fileName: `${name}.pdf`, contentType: 'application/pdf', base64: Buffer.from(bytes).toString('base64') }
  }
  const whole = await readWhole(app.storage, `files/${version.fileId}`)
  if (whole === undefined) throw new Problem(NotFound, {}, 'The file of this version is gone from the store.')
  return { fileName: version.fileName, contentType: delivery(version).type, base64: whole.toString('base64') }
}

interface Attaching {
  readonly id: DocumentId
  readonly number: number
  readonly name: string
  readonly watermark: string | null
}

/** With whom, and what the class allows for the next one. */
export async function listShares(app: App, { scope, id }: Omit<Sharing, 'actor'>) {
  const view = await viewOf(app, app.db, scope)
  const line = await opened(app.db, view, id)
  const rule = view.classes.find(({ code }) => code === line.classCode) as ClassRow
  const now = app.clock.now()
  return {
    items: (await store.ofDocument(app.db, id)).map((row) => shown(row, now)),
    allowed: allowedChannels(rule.lowestChannel),
    defaults: {
      mayDownload: rule.mayDownload,
      mustWatermark: rule.isWatermarked,
      needsTerms: rule.needsNda,
      expiresAt: now.add({ hours: 24 * rule.linkDays }).toString(),
    },
  }
}

async function getShare(app: App, tx: Tx, documentId: DocumentId, id: ShareId): Promise<Share> {
  const row = await store.find(tx, documentId, id)
  if (row === undefined) throw new Problem(NotFound, {}, 'There is no such share of this document.')
  return shown(row, app.clock.now())
}

function shown(row: store.ShareRow, now: Temporal.Instant): Share {
  const {
    documentId: _document,
    linkId,
    personId: _person,
    revokedAt,
    uses,
    maxUses,
    codeHash: _hash,
    codeWrong: _wrong,
    codeExpiresAt: _codeEnds,
    ...rest
  } = row
  const isOver = row.expiresAt !== null && Temporal.Instant.compare(row.expiresAt, now) <= 0
  const state =
    row.channel === 'attachment'
      ? 'sent'
      : linkId === null || revokedAt !== null
        ? 'revoked'
        : isOver
          ? 'expired'
          : maxUses !== null && (uses ?? 0) >= maxUses
            ? 'used_up'
            : 'open'
  return {
    ...rest,
    hasPassword: Boolean(row.hasPassword),
    state,
    expiresAt: row.expiresAt?.toString() ?? null,
    sharedAt: row.sharedAt.toString(),
    lastVisitAt: row.lastVisitAt?.toString() ?? null,
  }
}

export async function visits(app: App, { scope, id, shareId }: Omit<Sharing, 'actor'> & { shareId: ShareId }) {
  await opened(app.db, await viewOf(app, app.db, scope), id)
  if ((await store.find(app.db, id, shareId)) === undefined)
    throw new Problem(NotFound, {}, 'There is no such share of this document.')
  return (await store.visits(app.db, shareId)).map((it) => ({ ...it, at: it.at.toString() }))
}

export const revokeShare = (app: App, { scope, actor, id, shareId }: Sharing & { shareId: ShareId }): Promise<Share> =>
  app.transaction(async (tx) => {
    const { line } = await shareable(app, tx, scope, id)
    const row = await store.find(tx, id, shareId)
    if (row === undefined) throw new Problem(NotFound, {}, 'There is no such share of this document.')
    if (row.linkId !== null) await app.links.revoke(tx, [row.linkId])
    await app.audit.record(tx, actor, 'document.share_revoked', {
      subject: { kind: 'document', id, label: line.name },
      productionId: scope.productionId,
      after: { with: row.holderName },
    })
    await app.announce(tx, { department: 'documents', productionId: scope.productionId, ids: [id] })
    return getShare(app, tx, id, shareId)
  })
