import type { App } from '../app.ts'
import { queueLetters } from '../mail/outbox.ts'
import type { Letter } from './auth.ts'

/** Sign-in letters leave by the same outbox as all mail. They hold a way in, so nobody reads them there. */
export const lettersToOutbox =
  (app: App) =>
  (letter: Letter): Promise<void> =>
    app.transaction(async (tx) => {
      await queueLetters(app, tx, [
        {
          key: `sign-in:${app.ids.next()}`,
          about: { kind: 'account', id: letter.to },
          channel: 'email',
          to: { name: null, address: letter.to },
          subject: letter.subject,
          text: letter.text,
          sealed: true,
        },
      ])
    })
