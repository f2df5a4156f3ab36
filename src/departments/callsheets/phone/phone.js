// The answers of a personal call sheet. An answer is written down on the phone first, with a key of its own, and sent until the
// office has taken it: without signal it waits, and however often it is sent it counts once.
const page = document.querySelector('main[data-notice]')
const foot = document.querySelector('.foot')

if (page) {
  const { notice, token } = page.dataset
  const say = foot ? JSON.parse(foot.dataset.say) : {}
  const shelf = `answer:${notice}`
  const note = foot?.querySelector('.note')
  const form = foot?.querySelector('form')
  const answers = foot?.querySelector('.answers')
  let sending = false

  const post = (act, body, key) =>
    fetch(`/v1/callsheet-links/${token}/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
      body: JSON.stringify({ noticeId: notice, ...body }),
    })

  const tell = (text, reload) => {
    if (!note) return
    note.hidden = false
    note.textContent = text
    if (!reload) return
    const button = document.createElement('button')
    button.className = 'plain'
    button.textContent = say.reload
    button.onclick = () => location.reload()
    note.append(button)
  }

  const send = async () => {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? 'null')
    if (!kept || sending) return
    sending = true
    try {
      const answer = await post(kept.act, kept.body, kept.key)
      if (answer.status >= 500) throw new Error('later')
      localStorage.removeItem(shelf)
      if (answer.ok) return location.reload()
      const problem = await answer.json().catch(() => ({}))
      for (const button of foot.querySelectorAll('button')) button.disabled = false
      tell(problem.detail ?? say.refused, answer.status === 409)
    } catch {
      tell(say.waiting)
    } finally {
      sending = false
    }
  }

  const put = (act, body = {}) => {
    const key = `${notice}:${act}:${Date.now()}:${Math.random().toString(36).slice(2)}`
    localStorage.setItem(shelf, JSON.stringify({ act, body, key }))
    for (const button of foot.querySelectorAll('button')) button.disabled = true
    void send()
  }

  foot?.addEventListener('click', ({ target }) => {
    const act = target.closest('[data-do]')?.dataset.do
    if (act === 'confirm') put('confirm')
    if (act === 'back') put('take-back')
    if (act === 'trouble' || act === 'cancel') {
      form.hidden = act === 'cancel'
      answers.hidden = act === 'trouble'
      if (act === 'trouble') form.querySelector('input').focus()
    }
  })
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const given = new FormData(form)
    put('problem', { reason: given.get('reason'), text: given.get('text') })
  })

  addEventListener('online', send)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send())
  setInterval(send, 15_000)
  void send()

  // Looked at by a person: previews of mail and chat programs load the page but do not run it.
  const look = () => document.visibilityState === 'visible' && post('opened', {}).catch(() => undefined)
  if (document.visibilityState === 'visible') look()
  else document.addEventListener('visibilitychange', look, { once: true })

  const until = document.querySelector('[data-until]')
  const count = () => {
    const minutes = Math.floor((Number(until.dataset.until) - Date.now()) / 60_000)
    const hours = Math.floor(minutes / 60)
    until.textContent =
      minutes <= 0 || minutes > 4320 ? '' : hours === 0 ? `in ${minutes} min` : `in ${hours} h ${minutes % 60} min`
  }
  if (until) setInterval(count, 20_000)
  if ('serviceWorker' in navigator)
    navigator.serviceWorker.register('/c/worker.js', { scope: '/c/' }).catch(() => undefined)
}
