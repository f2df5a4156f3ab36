// What a person has answered, written down on their phone before it is sent: without signal it waits, and however often
// it is sent it counts once, because it goes under a key of its own.
const NAME = 'unitbase-outside'
const STORE = 'kept'

const open = () =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'key' })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

async function within(mode, work) {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const asked = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(asked?.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** What a phone with no room, or one that allows no store, could not write down: it waits as long as the page stands. */
const unwritten = new Map()

/** What a request is sent under, so that a second one like it does nothing more. */
export const newKey = () =>
  `${Date.now()}:${Array.from(crypto.getRandomValues(new Uint32Array(3)), (it) => it.toString(36)).join('')}`

/**
 * Writes an answer down. `shelf` names what it answers: a second answer on the same shelf replaces one that still waits.
 * `body` is JSON, or anything a phone's own store takes (a Blob), which is then sent as it is.
 */
export async function keep({ shelf, path, body, method = 'POST' }) {
  for (const waiting of await keptOn(shelf)) await forget(waiting.key)
  const answer = { key: newKey(), shelf, path, method, body, at: Date.now() }
  await within('readwrite', (store) => store.put(answer)).catch(() => unwritten.set(answer.key, answer))
  return answer
}

/** Everything that waits, oldest first; of one shelf, or of all that begin alike. */
export async function keptOn(shelf, { beginning = false } = {}) {
  const written = await within('readonly', (store) => store.getAll()).catch(() => [])
  const fits = (it) => (beginning ? it.shelf.startsWith(shelf) : it.shelf === shelf)
  return [...written, ...unwritten.values()].filter(fits).sort((a, b) => a.at - b.at)
}

export async function forget(key) {
  if (!unwritten.delete(key)) await within('readwrite', (store) => store.delete(key))
}

/**
 * Sends one answer that was kept. It is forgotten once the office has taken or refused it.
 * @returns what `deliver` returns
 */
export async function send(answer) {
  const outcome = await deliver(answer)
  if (outcome.state !== 'waiting') await forget(answer.key)
  return outcome
}

/**
 * Sends one answer and writes nothing down.
 * @returns {Promise<{state: 'taken', answer: unknown} | {state: 'refused', status: number, problem: object} | {state: 'waiting'}>}
 */
export async function deliver({ key, path, method = 'POST', body }) {
  const isJson = !(body instanceof Blob)
  try {
    const answer = await fetch(path, {
      method,
      headers: { 'content-type': isJson ? 'application/json' : body.type, 'idempotency-key': key },
      body: isJson ? JSON.stringify(body) : body,
    })
    if (answer.status >= 500 || answer.status === 429) return { state: 'waiting' }
    const said = await answer.json().catch(() => ({}))
    return answer.ok ? { state: 'taken', answer: said } : { state: 'refused', status: answer.status, problem: said }
  } catch {
    return { state: 'waiting' }
  }
}
