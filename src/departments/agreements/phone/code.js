// A code sent by e-mail before somebody may sign, where the paper asks for one.
import { newKey } from '/outside/kept.js'

const post = (path, body) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined)
}
const saidBy = async (answer) => (await answer?.json().catch(() => undefined)) ?? {}

/**
 * Lets the page ask for a code.
 * @param one finds a part of the form
 * @param page `words()` in the reader's language, `say` fills them, `tell` shows what is wrong
 * @returns whether the code that was entered fits; true where none is asked for, or it has fitted before
 */
export function askForCode(one, { words, say, tell }) {
  const button = one('[data-sendcode]')
  button?.addEventListener('click', async () => {
    const answer = await post(button.dataset.sendcode, {})
    const said = await saidBy(answer)
    one('[data-codesent]').textContent = answer?.ok
      ? say(words().codeSent, { to: said.sentTo })
      : (said.detail ?? words().noSignal)
  })
  return async () => {
    const box = one('[name=code]')
    if (!box || box.disabled) return true
    const answer = await post(`${button.dataset.sendcode}/answer`, { code: box.value })
    if (answer?.ok) {
      box.disabled = true
      return true
    }
    tell((await saidBy(answer)).detail ?? words().noSignal)
    return false
  }
}
