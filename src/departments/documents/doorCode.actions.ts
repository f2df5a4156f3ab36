import { randomInt } from 'node:crypto'
import type { Locale } from '../../kernel/locale.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { queueLetters } from '../../platform/mail/index.ts'
import { CODE_MINUTES, codeStanding, MOST_CODES, type CodeAnswer, type CodeSending } from './code.rules.ts'
import { visit, type Shared, type Visitor } from './door.actions.ts'
import { codeLetter } from './outside/codeLetter.ts'
import * as store from './share.store.ts'

const hashOf = (app: App, shareId: string, code: string): string =>
  app.keys.sign('document-code', Buffer.from(`${shareId} ${code}`)).toString('base64url')

/** Sends a new code to the address the share names, and to no other; the one before it is void. */
export const sendCode = (
  app: App,
  { share, name, production, productionId }: Shared,
  locale: Locale,
  visitor: Visitor,
): Promise<CodeSending> =>
  app.transaction(async (tx) => {
    const now = app.clock.now()
    await store.lockCode(tx, share.id)
    const { holderEmail, holderName } = share
    if (holderEmail === null) return 'wait'
    if ((await store.countSince(tx, share.id, 'code_sent', now.subtract({ hours: 1 }))) >= MOST_CODES) return 'wait'
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    await store.putCode(tx, share.id, hashOf(app, share.id, code), now.add({ minutes: CODE_MINUTES }))
    await store.insertVisit(tx, visit(app, share, 'code_sent', null, visitor))
    const { subject, text } = codeLetter[locale]({ code, name, production, holder: holderName })
    await queueLetters(app, tx, [
      {
        key: `document-code-${app.ids.next<string>()}`,
        channel: 'email',
        subject,
        text,
        sealed: true,
        to: { name: holderName, address: holderEmail },
        about: { kind: 'document', id: share.documentId },
        productionId,
      },
    ])
    return 'sent'
  })

/** Tries a code. A right one is used up; a wrong one is counted, also where many are tried at once. */
export const tryCode = (app: App, { share }: Shared, typed: string, visitor: Visitor): Promise<CodeAnswer> =>
  app.transaction(async (tx) => {
    const kept = await store.lockCode(tx, share.id)
    const code = typed.replace(/\D/g, '')
    if (kept === undefined || codeStanding(kept, app.clock.now()) !== 'waiting') return 'over'
    if (kept.codeHash !== hashOf(app, share.id, code)) return wrong(app, tx, share, visitor, kept.codeWrong)
    await store.clearCode(tx, share.id)
    await store.insertVisit(tx, visit(app, share, 'proved', null, visitor))
    return 'right'
  })

async function wrong(app: App, tx: Tx, share: store.ShareRow, visitor: Visitor, before: number): Promise<CodeAnswer> {
  await store.countWrongCode(tx, share.id)
  await store.insertVisit(tx, visit(app, share, 'wrong_code', null, visitor))
  return codeStanding({ ...share, codeWrong: before + 1 }, app.clock.now()) === 'waiting' ? 'wrong' : 'over'
}
