import { createHash, randomInt } from 'node:crypto'
import { invalid, Problem } from '../../kernel/problems.ts'
import { masked } from '../../kernel/words.ts'
import type { LinkScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import { again, lockBehind } from './behind.actions.ts'
import { happened } from './history.actions.ts'
import { letter, post } from './letters.actions.ts'
import { letterWords } from './letters.rules.ts'
import * as contract from './party.contract.ts'
import * as partyStore from './party.store.ts'

/** As the letter says. */
const codeMinutes = 10
const codeTries = 5
/** Codes within an hour; with five tries each that is one guess in forty thousand. */
const mostCodes = 5
const codeHash = (partyId: string, code: string) => createHash('sha256').update(`${partyId} ${code}`).digest('hex')

export const askCode = (app: App, { scope }: { scope: LinkScope }): Promise<{ sentTo: string }> =>
  app.transaction(async (tx) => {
    const { row, party } = await lockBehind(tx, scope)
    if (party.email === null) throw invalid('/code', 'There is no e-mail address to send a code to.')
    const lately = await partyStore.codesSince(tx, party.id, app.clock.now().subtract({ hours: 1 }))
    if (lately >= mostCodes)
      throw new Problem(
        contract.CodeWait,
        {},
        'Five codes were sent within the hour. Look at the newest, or wait an hour.',
      )
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    const now = app.clock.now()
    await partyStore.update(tx, party.id, {
      code_hash: codeHash(party.id, code),
      code_tries: 0,
      code_expires_at: now.add({ minutes: codeMinutes }).toString(),
    })
    const words = letterWords[row.language].code(code)
    const [sealed] = letter(app, { row, party, key: `agreement-code:${app.ids.next<string>()}`, words, link: null })
    if (sealed) await post(app, tx, [{ ...sealed, subject: words[0], sealed: true }])
    return { sentTo: masked(party.email) }
  })

export const giveCode = (
  app: App,
  { scope, code }: { scope: LinkScope; code: string },
): Promise<contract.OwnStanding> =>
  app
    .transaction(async (tx) => {
      const { row, party } = await lockBehind(tx, scope)
      const now = app.clock.now()
      const alive = party.code_expires_at !== null && Temporal.Instant.compare(now, party.code_expires_at) < 0
      if (!alive || party.code_tries >= codeTries)
        return { wrong: 0 as const, detail: 'This code has run out. Ask for a new one.' }
      if (codeHash(party.id, code) !== party.code_hash) {
        await partyStore.update(tx, party.id, { code_tries: party.code_tries + 1 })
        return {
          wrong: (codeTries - party.code_tries - 1) as number,
          detail: 'This code does not fit. Look at the newest e-mail.',
        }
      }
      await partyStore.update(tx, party.id, { code_given_at: now.toString(), code_hash: null })
      await happened(app, tx, row.id, { what: 'identified', text: `Code from ${party.email} given`, partyId: party.id })
      return { standing: await again(tx, scope) }
    })
    .then((answer) => {
      // A wrong try is counted even though it is refused, so the refusal comes after the commit.
      if ('standing' in answer) return answer.standing
      throw new Problem(contract.CodeWrong, { triesLeft: answer.wrong }, answer.detail)
    })
