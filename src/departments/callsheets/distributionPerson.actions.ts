import type { PersonId } from '../../kernel/ids.ts'
import { NotFound, Problem } from '../../kernel/problems.ts'
import { actorName, type ProductionScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters, withdrawLetters, undoUntil } from '../../platform/mail/index.ts'
import { correctWriteTo, writeToOf } from '../people/index.ts'
import { NobodyToTell } from './distribution.contract.ts'
import type { Desk, NoticeRecord } from './distribution.contract.ts'
import { desk, getNotice, record, threadOfSheet } from './distributionDesk.actions.ts'
import { dispatch, linkFor, linkTo } from './distributionDispatch.actions.ts'
import { printCopies } from './distribution.job.ts'
import { recorded } from './distributionSend.actions.ts'
import { callOf, happen, threadOf } from './notice.actions.ts'
import { channelFor, noticeRow } from './noticeRow.ts'
import { ABOUT_NOTICE } from './notice.rules.ts'
import { noticeWords } from './noticeWords.ts'
import * as store from './notice.store.ts'
import type { Notice } from './notice.table.ts'
import { get as getSheet } from './sheetReads.actions.ts'
import type { CallSheetId } from './sheet.contract.ts'
import { issue as findIssue } from './sheet.store.ts'
import { peopleOf, personalView } from './sheetPersonal.rules.ts'
import { rulesOf } from './sheetRule.store.ts'

interface About {
  scope: ProductionScope
  noticeId: string
}

async function locked(tx: Tx, { scope, noticeId }: About): Promise<Notice> {
  const { id } = await getNotice(tx, scope, noticeId)
  return (await store.lock(tx, id)) as Notice
}

const trail = (
  app: App,
  tx: Tx,
  { scope }: About,
  { notice, verb, after }: { notice: Notice; verb: string; after: object },
) =>
  app.audit.record(tx, scope.actor, verb, {
    subject: { kind: 'callsheet_notice', id: notice.id, label: `${notice.issue_word}, ${notice.name}` },
    productionId: scope.productionId,
    after,
  })

interface Correction extends About {
  email?: string | undefined
  phone?: string | undefined
  keep: boolean
}

/**
 * A wrong address put right: the message goes to this person alone, by a new link; the old one, which a stranger may
 * hold, is withdrawn. Nobody else notices.
 */
export const correct = (app: App, { email, phone, keep, ...about }: Correction): Promise<NoticeRecord> =>
  app.transaction(async (tx) => {
    const { scope } = about
    const before = await locked(tx, about)
    const channel = channelFor(app, email ?? before.email, phone ?? before.phone)
    if (channel === null)
      throw new Problem(NobodyToTell, {}, 'Give an e-mail address: no provider for text messages is set up.')
    await withdrawLetters(app, tx, { about: { kind: ABOUT_NOTICE, ids: [before.id] } })
    if (before.link_id !== null) await app.links.revoke(tx, [before.link_id])
    const { linkDays } = await rulesOf(tx)
    await store.update(tx, before.id, {
      email: email ?? before.email,
      phone: phone ?? before.phone,
      channel,
      link_id: await linkFor(tx, app, scope, before.call_sheet_id, { ...before.personal, linkDays }),
      mail_reply: null,
    })
    if (keep && before.person_id !== null) await keepInContacts(app, tx, scope, before.person_id, { email, phone })
    const text =
      [before.email, email].filter((it) => it).join(' → ') || [before.phone, phone].filter((it) => it).join(' → ')
    const notice = await happen(app, tx, before, { what: 'corrected', channel, text, byName: actorName(scope.actor) })
    const leavesAt = await undoUntil(app, tx)
    await dispatch(tx, app, scope, {
      kind: 'correction',
      thread: threadOf(notice),
      notices: [notice],
      leavesAt,
      channel,
    })
    await trail(app, tx, about, { notice, verb: 'callsheet.address_corrected', after: { email, phone, keep } })
    return record(app, tx, scope, notice.id)
  })

async function keepInContacts(
  app: App,
  tx: Tx,
  scope: ProductionScope,
  personId: PersonId,
  { email, phone }: { email?: string | undefined; phone?: string | undefined },
): Promise<void> {
  const put = (kind: 'email' | 'phone', value: string) =>
    correctWriteTo(tx, scope, { id: app.ids.next<string>(), personId, kind, value })
  if (email !== undefined) await put('email', email)
  if (phone !== undefined) await put('phone', phone)
}

/** They said yes to a person; it counts, with who heard it. */
export const confirmByPhone = (app: App, { note, ...about }: About & { note: string }): Promise<NoticeRecord> =>
  app.transaction(async (tx) => {
    const notice = await locked(tx, about)
    if (notice.state !== 'confirmed') {
      const text = [callOf(notice), note].filter((it) => it !== '').join('. ')
      await happen(app, tx, notice, { what: 'confirmed', channel: 'phone', text, byName: actorName(about.scope.actor) })
      await trail(app, tx, about, { notice, verb: 'callsheet.confirmed_by_phone', after: { note } })
    }
    return record(app, tx, about.scope, notice.id)
  })

/** An answer to a problem: on their page, and by mail. The call stays open until they confirm. */
export const answer = (app: App, { text, ...about }: About & { text: string }): Promise<NoticeRecord> =>
  app.transaction(async (tx) => {
    const notice = await locked(tx, about)
    if (notice.problem === null || notice.state !== 'problem')
      throw new Problem(NotFound, {}, `${notice.name} has no open problem; it may have been taken back.`)
    const at = app.clock.now().toString()
    const by = actorName(about.scope.actor)
    const problem = { ...notice.problem, seenAt: notice.problem.seenAt ?? at, answer: { text, at, by } }
    await store.update(tx, notice.id, { problem: JSON.stringify(problem) })
    await happen(app, tx, notice, { what: 'sent', channel: notice.channel, kind: 'answered', text, byName: by })
    if (notice.email !== null) await queueLetters(app, tx, [answerLetter(app, notice, text, by)])
    await trail(app, tx, about, { notice, verb: 'callsheet.problem_answered', after: { text } })
    return record(app, tx, about.scope, notice.id)
  })

function answerLetter(app: App, notice: Notice, text: string, by: string) {
  const words = noticeWords[notice.locale]
  return {
    key: `answer:${notice.id}:${app.ids.next<string>()}`,
    channel: 'email' as const,
    to: { name: notice.name, address: notice.email ?? '' },
    subject: `[${notice.head.code}] ${words.callSheet} – ${by}`,
    text: `${text}\n\n${by}\n\n${words.look}:\n${linkTo(app, notice)}`,
    about: { kind: 'call_sheet_answer', id: notice.id },
    productionId: notice.production_id,
  }
}

/** Their link, for a way the office does not write: a chat, a slip of paper. */
export const personalLink = (app: App, about: About): Promise<{ url: string }> =>
  app.transaction(async (tx) => {
    const notice = await locked(tx, about)
    await happen(app, tx, notice, {
      what: 'sent',
      channel: 'link',
      kind: 'link_taken',
      byName: actorName(about.scope.actor),
    })
    await trail(app, tx, about, { notice, verb: 'callsheet.link_taken', after: {} })
    return { url: linkTo(app, notice) }
  })

/** Somebody who joined after the issue: this version with their own times, and a message to them alone. */
export const addLate = (
  app: App,
  { scope, id, engagementId }: { scope: ProductionScope; id: CallSheetId; engagementId: string },
): Promise<Desk> =>
  app.transaction(async (tx) => {
    const thread = await threadOfSheet(tx, scope, id)
    await store.lockCurrent(tx, scope, thread)
    const current = await store.currentOf(tx, scope, thread)
    const { view } = await getSheet(tx, scope, id)
    const personal = personalView(view, engagementId)
    const newest = current.toSorted((a, b) => b.issue_number - a.issue_number)[0]
    const issue = newest && (await findIssue(tx, scope, newest.issue_id))
    if (personal === undefined || newest === undefined || issue === undefined)
      throw new Problem(NotFound, {}, 'This person is not on the sheet. Engage them for the day first.')
    if (current.some((it) => it.engagement_id === engagementId && it.task !== 'release'))
      return desk(app, tx, scope, id)
    await store.supersede(
      tx,
      current.filter((it) => it.engagement_id === engagementId).map((it) => it.id),
      app.clock.now(),
    )
    const personId = personal.personId as PersonId | null
    const reach = personId === null ? [] : await writeToOf(tx, scope, [personId])
    const leavesAt = await undoUntil(app, tx)
    const { linkDays } = await rulesOf(tx)
    const linkId = await linkFor(tx, app, scope, issue.callSheetId, { ...personal, linkDays })
    const row = noticeRow(
      {
        app,
        scope,
        issue,
        head: newest.head,
        reach: new Map(reach.map((it) => [it.personId as string, it])),
        links: new Map([[engagementId, linkId]]),
        confirmed: new Map(),
        people: new Map(peopleOf(view).map((it) => [it.engagementId, it])),
        copies: newest.copies + 1,
        now: app.clock.now(),
        leavesAt,
      },
      { engagementId, task: 'ask', personal, changes: { reset: false, changes: [], told: [] } },
      undefined,
      Math.max(...current.map((it) => it.copy_number)) + 1,
    )
    await store.insertMany(tx, [row])
    const notice = await getNotice(tx, scope, row.id)
    await dispatch(tx, app, scope, { kind: 'addition', thread, notices: [notice], leavesAt })
    await app.jobs.send(tx, printCopies, { productionId: scope.productionId, issueId: issue.id })
    await recorded(app, tx, { scope, id }, 'callsheet.added_late', [personal.name])
    return desk(app, tx, scope, id)
  })
