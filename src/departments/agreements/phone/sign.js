// The page people sign on: drawn, typed or a picture, with a photo where it is asked for; and a queue on the phone, so that
// a signature made without signal is not lost and is sent once.
import { keep, keptOn, send } from '/outside/kept.js'
import { askForCode } from './code.js'
import { pad } from './pad.js'
import { base64Of, small } from './pictures.js'

const form = document.querySelector('form[data-signing]')
const words = () => JSON.parse(form.dataset.words)
const say = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
const all = (selector) => [...form.querySelectorAll(selector)]
const one = (selector) => form.querySelector(selector)

if (form) {
  const field = one('[data-pad]') && pad(one('[data-pad]'))
  let isTyped = false
  let picture
  let photo
  const nameBox = form.elements.name
  const note = one('[data-note]')
  const tell = (text) => {
    note.hidden = text === ''
    note.textContent = text
    if (text !== '') note.scrollIntoView({ block: 'nearest' })
  }

  one('[data-clear]')?.addEventListener('click', () => {
    field.clear()
    picture = undefined
    one('[data-picked]').hidden = true
    if (form.elements.typed) form.elements.typed.value = ''
  })
  const way = one('[data-way]')
  way?.addEventListener('click', () => {
    isTyped = !isTyped
    one('[data-typed]').hidden = !isTyped
    one('[data-pad]').hidden = isTyped
    for (const part of document.querySelectorAll('[data-drawn],[data-clear]')) part.hidden = isTyped
    way.textContent = way.dataset.say.split('|')[isTyped ? 1 : 0]
    if (isTyped) form.elements.typed.focus()
  })
  one('[data-picture]')?.addEventListener('change', async ({ target }) => {
    const [file] = target.files
    if (!file) return
    picture = await small(file, 900, 'image/png').catch(() => undefined)
    tell(picture ? '' : words().unreadable)
    one('[data-picked]').src = picture ?? ''
    one('[data-picked]').hidden = !picture
  })
  one('[data-photo]')?.addEventListener('change', async ({ target }) => {
    const [file] = target.files
    if (!file) return
    const url = await small(file, 720, 'image/jpeg').catch(() => undefined)
    tell(url ? '' : words().unreadable)
    if (!url) return
    photo = { url, takenAt: new Date().toISOString() }
    const image = new Image()
    image.alt = ''
    image.src = photo.url
    one('[data-face]').replaceChildren(image)
    const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
    one('[data-taken]').textContent = say(words().taken, { time })
    one('[data-take]').textContent = one('[data-take]').dataset.say.split('|')[1]
    target.value = ''
  })

  // What is filled in stays, on the phone and in the office, until it is signed.
  const answers = () => Object.fromEntries(all('[data-answer]').map((it) => [it.dataset.answer, it.value]))
  let keeping
  for (const box of all('[data-answer]'))
    box.addEventListener('input', () => {
      for (const blank of document.querySelectorAll(`[data-field="${box.dataset.answer}"]`))
        blank.textContent = box.value
      clearTimeout(keeping)
      keeping = setTimeout(
        () =>
          fetch(form.dataset.answers, {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ answers: answers() }),
          }).catch(() => undefined),
        600,
      )
    })

  const checked = (name) => form.querySelector(`[name="${name}"]:checked`)?.value
  const differs = one('[data-differs]')
  differs?.addEventListener('change', () => {
    one('[data-notme]').hidden = checked('nameReason') !== 'notMe'
  })

  const codeFits = askForCode(one, { words, say, tell })

  // On set: language, age, and the next person on the same phone.
  const setLanguage = (language) => {
    const age = checked('age') === 'minor' ? 'minor' : 'adult'
    for (const part of document.querySelectorAll('[data-language]'))
      part.hidden = part.dataset.language !== language || part.dataset.for !== age
    for (const button of document.querySelectorAll('[data-choose]'))
      button.setAttribute('aria-checked', String(button.dataset.choose === language))
    const text = JSON.parse(document.querySelector('[data-catalogue]').textContent)[language]
    form.dataset.words = JSON.stringify(text.words)
    form.dataset.seen = age === 'minor' ? text.seenMinor : text.seen
    form.dataset.chosen = language
    document.documentElement.lang = language
    document.documentElement.dir = text.rtl ? 'rtl' : 'ltr'
    one('[data-name-label]').dataset.word = age === 'minor' ? 'minorName' : 'yourName'
    for (const part of document.querySelectorAll('[data-word]')) part.textContent = text.words[part.dataset.word]
    for (const part of document.querySelectorAll('[data-say-words]')) {
      const pair = part.dataset.sayWords.split('|').map((it) => text.words[it])
      part.dataset.say = pair.join('|')
      part.textContent =
        pair[part.hasAttribute('data-way') && isTyped ? 1 : part.hasAttribute('data-take') && photo ? 1 : 0]
    }
  }
  for (const button of document.querySelectorAll('[data-choose]'))
    button.addEventListener('click', () => setLanguage(button.dataset.choose))
  form.addEventListener('change', ({ target }) => {
    if (target.name !== 'age') return
    const isMinor = checked('age') === 'minor'
    for (const part of all('[data-minor]')) part.hidden = !isMinor
    setLanguage(form.dataset.chosen)
  })

  /** A release is the same one however often it is sent; without https a phone has no `randomUUID`. */
  const uuid = () =>
    crypto.randomUUID?.() ??
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) =>
      (Number(c) ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (Number(c) / 4)))).toString(16),
    )

  function signature() {
    if (picture) return { signature: { kind: 'uploaded' }, picture: { base64: base64Of(picture) } }
    if (isTyped) {
      const text = form.elements.typed.value.trim()
      return text === '' ? undefined : { signature: { kind: 'typed', text } }
    }
    const strokes = field?.strokes() ?? []
    return strokes.length === 0 ? undefined : { signature: { kind: 'drawn', strokes } }
  }

  /** What is wrong, in words; undefined when it can be sent. */
  function wrong(signed) {
    const text = words()
    if (nameBox.value.trim().length < 2) return [text.needName, nameBox]
    if (form.dataset.signing === 'release' && !checked('age')) return [text.needAge, one('[name=age]')]
    if (checked('age') === 'minor' && form.elements.guardian.value.trim().length < 2)
      return [text.guardian, form.elements.guardian]
    if (form.elements.email?.validity.valid === false) return [text.needEmail, form.elements.email]
    if (one('[data-photo]') && form.dataset.signing === 'release' && !photo)
      return [text.needPhoto, one('[data-photo]')]
    if (checked('nameReason') === 'notMe') return [text.notMeLine, nameBox]
    if (field && !signed) return [text.needSign, one('[data-way]')]
    return undefined
  }

  function bodyOf(signed) {
    const base = { ...signed, seen: form.dataset.seen, name: nameBox.value.trim(), key: uuid() }
    if (photo) base.photo = { base64: base64Of(photo.url), takenAt: photo.takenAt }
    if (form.dataset.signing === 'party')
      return { ...base, answers: answers(), ...(checked('nameReason') && { nameReason: checked('nameReason') }) }
    const minor = checked('age') === 'minor'
    return {
      ...base,
      language: form.dataset.chosen,
      email: form.elements.email.value.trim(),
      signedAt: new Date().toISOString(),
      ...(minor && { guardian: form.elements.guardian.value.trim(), permit: form.elements.permit.value.trim() }),
    }
  }

  const shelf = `sign:${form.dataset.path}`
  const offline = document.querySelector('[data-offline]')
  const thanks = document.querySelector('[data-thanks]')

  async function showQueue() {
    const waiting = (await keptOn(shelf, { beginning: true })).length
    const count = document.querySelector('[data-count]')
    if (count) count.textContent = waiting === 0 ? '' : say(words().waiting, { n: String(waiting) })
    if (offline) offline.hidden = navigator.onLine && waiting === 0
    return waiting
  }

  let sending = false
  /** Sends what waits, oldest first; stops at the first that finds no signal. */
  async function sendAll() {
    if (sending) return
    sending = true
    try {
      for (const kept of await keptOn(shelf, { beginning: true })) {
        const outcome = await send(kept)
        if (outcome.state === 'waiting') break
        if (outcome.state === 'refused') refused(outcome, kept)
        else if (form.dataset.signing === 'party') location.reload()
        else if (thanks) thanks.querySelector('[data-line]').textContent = words().sentLine
      }
    } finally {
      sending = false
      await showQueue()
    }
  }

  /** The release of whoever stands here: who has gone on to the next person cannot mend theirs any more. */
  let current
  function refused({ problem }, { body }) {
    for (const button of all('button')) button.disabled = false
    if (problem.type === '/problems/agreement-name-differs' && differs) {
      differs.hidden = false
      differs.scrollIntoView({ block: 'center' })
      return tell(say(words().nameDiffers, { name: problem.expected }))
    }
    const why = problem.errors?.[0]?.message ?? problem.detail ?? words().refused
    if (form.dataset.signing === 'release' && body.key !== current) return sentBack(body, why)
    if (thanks) showForm()
    tell(why)
  }

  /** Stays in sight until the page is loaded anew: this person has to be found and asked once more. */
  function sentBack({ name }, why) {
    const line = document.createElement('p')
    line.textContent = `${say(words().signAgain, { name })} ${why}`
    const back = document.querySelector('[data-back]')
    back.append(line)
    back.hidden = false
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    tell('')
    for (const it of all('[aria-invalid]')) it.removeAttribute('aria-invalid')
    const signed = signature()
    const fault = wrong(signed)
    if (fault) {
      fault[1]?.focus()
      fault[1]?.setAttribute('aria-invalid', 'true')
      return tell(fault[0])
    }
    if (!(await codeFits())) return
    const go = one('button[type=submit]')
    go.disabled = true
    const body = bodyOf(signed)
    current = body.key
    await keep({
      shelf: form.dataset.signing === 'party' ? shelf : `${shelf}:${body.key}`,
      path: form.dataset.path,
      body,
    })
    if (form.dataset.signing === 'release') thank()
    await sendAll()
    if (form.dataset.signing === 'party') {
      go.disabled = false
      if ((await keptOn(shelf, { beginning: true })).length > 0) tell(words().keptLine)
    }
  })

  /** Signed as far as this person is concerned; whether it has left is said below. */
  function thank() {
    form.hidden = true
    for (const part of document.querySelectorAll('[data-reading]')) part.hidden = true
    thanks.hidden = false
    thanks.querySelector('[data-line]').textContent = words().keptLine
    thanks.querySelector('button').focus()
    scrollTo(0, 0)
  }
  document.querySelector('[data-next]')?.addEventListener('click', () => {
    form.reset()
    field?.clear()
    photo = picture = undefined
    for (const part of all('[data-minor]')) part.hidden = true
    one('[data-face]')?.replaceChildren()
    if (one('[data-taken]')) one('[data-taken]').textContent = ''
    one('[data-picked]').hidden = true
    current = undefined
    showForm()
    setLanguage(form.dataset.chosen)
    scrollTo(0, 0)
  })
  function showForm() {
    form.hidden = false
    thanks.hidden = true
    for (const part of document.querySelectorAll('[data-reading]')) part.hidden = false
    one('button[type=submit]').disabled = false
  }

  if (document.querySelector('[data-catalogue]')) setLanguage(form.dataset.chosen)
  addEventListener('online', sendAll)
  addEventListener('offline', showQueue)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendAll())
  setInterval(sendAll, 10_000)
  void sendAll()
}
