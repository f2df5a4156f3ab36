// What every page for people outside does, asked for by attributes:
//   <body data-keeps="/c/">                    readable without signal below that address
//   <main data-opened="/v1/…/opened">          tells once that a person looks at it
//   <form data-send="/v1/…" data-shelf="…">    sends its fields as JSON; kept on the phone until the office has taken it
//   <form data-send="/v1/…" data-unkept>         the same for what must not lie on a phone: it waits for nothing and is sent again by hand
//   <button data-show="#form">, data-hide      shows and hides parts
//   <span data-until="1715583600000">          counts down
import { deliver, keep, keptOn, newKey, send } from './kept.js'

const say = JSON.parse(document.body.dataset.say ?? '{}')
const forms = [...document.querySelectorAll('form[data-send]')]
const shelfOf = (form) => form.dataset.shelf ?? form.dataset.send
const sending = new Set()

/** `terms.rate` stands inside `terms`; what a field is made of says `data-type`. */
function bodyOf(form, button) {
  const body = {}
  const put = (name, value) => {
    const path = name.split('.')
    const last = path.pop()
    const into = path.reduce((at, step) => (at[step] ??= {}), body)
    into[last] = value
  }
  for (const field of form.elements) {
    if (!field.name || field.disabled || field.type === 'submit' || field.type === 'button') continue
    if (field.type === 'radio' && !field.checked) continue
    if (field.type === 'checkbox' && field.dataset.type === 'list') {
      const into = body[field.name] ?? []
      put(field.name, field.checked ? [...into, field.value] : into)
    } else if (field.type === 'checkbox') put(field.name, field.checked)
    else if (field.dataset.type === 'number') put(field.name, field.value === '' ? null : Number(field.value))
    else if (field.value === '' && field.dataset.empty === 'null') put(field.name, null)
    else put(field.name, field.value)
  }
  if (button?.name) put(button.name, button.value)
  return body
}

const noteOf = (form) => form.querySelector('.note') ?? document.querySelector('.note')

function tell(form, text, reload = false) {
  const note = noteOf(form)
  if (!note) return
  note.hidden = text === ''
  note.textContent = text
  if (!reload) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plain'
  button.textContent = say.reload
  button.onclick = () => location.reload()
  note.append(button)
}

const enable = (form, isOn) => {
  for (const button of form.querySelectorAll('button')) button.disabled = !isOn
}

/** Each wrong field says so where it stands; the rest is said once. */
function refuse(form, { status, problem }) {
  enable(form, true)
  for (const error of form.querySelectorAll('.error')) error.remove()
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid')
  const unplaced = []
  for (const { pointer, message } of problem.errors ?? []) {
    const field = form.elements[pointer.slice(1).replaceAll('/', '.')]
    if (!field?.insertAdjacentHTML) unplaced.push(message)
    else {
      field.setAttribute('aria-invalid', 'true')
      field.insertAdjacentHTML('afterend', '<small class="error"></small>')
      field.nextElementSibling.textContent = message
      if (unplaced.length === 0) field.focus()
    }
  }
  const isPlaced = (problem.errors ?? []).length > 0 && unplaced.length === 0
  tell(
    form,
    isPlaced ? (say.marked ?? problem.title) : [problem.detail ?? say.refused, ...unplaced].join(' '),
    status === 409,
  )
}

function settle(form, outcome) {
  if (outcome.state === 'refused') return refuse(form, outcome)
  const taken = new CustomEvent('taken', { detail: outcome.answer, cancelable: true })
  if (form.dispatchEvent(taken)) location.assign(form.dataset.then ?? location.href)
}

/** What was sent last and under which key: the same sent again, after a lost answer, counts once. */
const lastSent = new WeakMap()

/** Account and tax numbers: in the fields until the office has them, and nowhere else on this phone. */
async function sendUnkept(form, body) {
  const text = JSON.stringify(body)
  const before = lastSent.get(form)
  const key = before?.text === text ? before.key : newKey()
  lastSent.set(form, { text, key })
  const outcome = await deliver({ key, path: form.dataset.send, body })
  if (outcome.state !== 'waiting') return settle(form, outcome)
  enable(form, true)
  tell(form, say.unsent ?? say.waiting ?? '')
}

async function sendKept(form) {
  const shelf = shelfOf(form)
  if (sending.has(shelf)) return
  sending.add(shelf)
  try {
    for (const answer of await keptOn(shelf)) {
      enable(form, false)
      const outcome = await send(answer)
      if (outcome.state === 'waiting') tell(form, say.waiting ?? '')
      else settle(form, outcome)
    }
  } finally {
    sending.delete(shelf)
  }
}

for (const form of forms)
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (sending.has(shelfOf(form))) return
    const body = bodyOf(form, event.submitter)
    enable(form, false)
    if (form.hasAttribute('data-unkept')) return sendUnkept(form, body)
    await keep({ shelf: shelfOf(form), path: form.dataset.send, body })
    await sendKept(form)
  })

const sendAll = () => {
  for (const form of forms) void sendKept(form)
}
addEventListener('online', sendAll)
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendAll())
setInterval(sendAll, 15_000)
sendAll()

document.addEventListener('click', ({ target }) => {
  const button = target.closest?.('[data-show],[data-hide]')
  if (!button) return
  const { show, hide } = button.dataset
  if (hide) for (const part of document.querySelectorAll(hide)) part.hidden = true
  if (!show) return
  for (const part of document.querySelectorAll(show)) part.hidden = false
  document.querySelector(show)?.querySelector('input,textarea,select,button')?.focus()
})

// Looked at by a person: previews of mail and chat programs load the page but do not run it.
const main = document.querySelector('main[data-opened]')
if (main) {
  const look = () =>
    fetch(main.dataset.opened, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: main.dataset.openedBody ?? '{}',
    }).catch(() => undefined)
  if (document.visibilityState === 'visible') void look()
  else document.addEventListener('visibilitychange', look, { once: true })
}

for (const until of document.querySelectorAll('[data-until]')) {
  const count = () => {
    const minutes = Math.floor((Number(until.dataset.until) - Date.now()) / 60_000)
    const hours = Math.floor(minutes / 60)
    until.textContent =
      minutes <= 0 || minutes > 4320 ? '' : hours === 0 ? `in ${minutes} min` : `in ${hours} h ${minutes % 60} min`
  }
  count()
  setInterval(count, 20_000)
}

/** The worker keeps what passes through it; this page came before the worker, and the next look may be without signal. */
async function keepThisPage(shelf) {
  const kept = await caches.open(shelf)
  if (await kept.match(location.href)) return
  const parts = [...document.querySelectorAll('link[rel=stylesheet],script[src]')].map((it) => it.href ?? it.src)
  await kept.addAll([location.href, ...parts])
}

const { keeps } = document.body.dataset
if (keeps && 'serviceWorker' in navigator)
  addEventListener('load', () =>
    navigator.serviceWorker
      .register('/outside/worker.js', { scope: keeps })
      .then(() => keepThisPage(`outside:${keeps}`))
      .catch(() => undefined),
  )
