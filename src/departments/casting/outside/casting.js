// Sends files while the rest of the form is filled in: in pieces, from where it stopped, as often as the line breaks.
// <fieldset data-upload="/v1/…/files" data-wait="…"> holds the chooser; what has arrived is sent along as `fileIds`.
const PIECE = 4 * 1024 * 1024
const HEAD = { 'tus-resumable': '1.0.0' }
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

async function begin(path, file) {
  const metadata = `filename ${base64(file.name)},filetype ${base64(file.type || 'application/octet-stream')}`
  const answer = await fetch(path, {
    method: 'POST',
    headers: { ...HEAD, 'upload-length': String(file.size), 'upload-metadata': metadata },
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.headers.get('location')
}

async function arrived(address) {
  const answer = await fetch(address, { method: 'HEAD', headers: HEAD })
  if (!answer.ok) throw new Error(String(answer.status))
  return Number(answer.headers.get('upload-offset'))
}

async function sendFile(path, file, { show, gone }) {
  let address
  let at = 0
  for (let tries = 0; tries < 60 && !gone();) {
    try {
      address ??= await begin(path, file)
      if (tries > 0) at = await arrived(address)
      while (at < file.size && !gone()) {
        const answer = await fetch(address, {
          method: 'PATCH',
          headers: { ...HEAD, 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' },
          body: file.slice(at, at + PIECE),
        })
        if (!answer.ok) throw new Error(String(answer.status))
        at = Number(answer.headers.get('upload-offset'))
        tries = 0
        show(at / file.size)
      }
      return address.split('/').at(-1)
    } catch (fault) {
      if (/^(400|403|410|413|415)$/.test(fault.message)) throw fault
      tries += 1
      await pause(Math.min(15_000, 500 * 2 ** Math.min(tries, 5)))
    }
  }
  throw new Error('gone')
}

for (const box of document.querySelectorAll('[data-upload]')) {
  const form = box.closest('form')
  const list = box.querySelector('.files')
  const chooser = box.querySelector('input[type=file]')
  const take = async (file) => {
    const row = document.createElement('li')
    row.innerHTML = '<span></span><button type="button" class="plain"></button><progress max="1" value="0"></progress>'
    const [name, out, bar] = row.children
    name.textContent = file.name
    out.textContent = box.dataset.remove
    bar.setAttribute('aria-label', file.name)
    out.onclick = () => row.remove()
    list.append(row)
    try {
      const id = await sendFile(box.dataset.upload, file, {
        show: (share) => (bar.value = share),
        gone: () => !row.isConnected,
      })
      bar.remove()
      name.insertAdjacentHTML('afterbegin', '✓ ')
      const held = Object.assign(document.createElement('input'), {
        type: 'checkbox',
        name: 'fileIds',
        value: id,
        checked: true,
        hidden: true,
      })
      held.dataset.type = 'list'
      row.append(held)
    } catch {
      bar.remove()
      name.append(' ✗')
    }
  }
  chooser.addEventListener('change', () => {
    for (const file of chooser.files) void take(file)
    chooser.value = ''
  })
  form.addEventListener(
    'submit',
    (event) => {
      if (!list.querySelector('progress')) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const note = document.querySelector('.note')
      note.hidden = false
      note.textContent = box.dataset.wait
    },
    { capture: true },
  )
}

// Presentations: a pick, a rank or a word is kept with the press that says it; two or more people stand side by side.
const saidIn = (form) => JSON.stringify([...new FormData(form)])
for (const card of document.querySelectorAll('form[data-pick]')) {
  card.addEventListener('change', () => card.requestSubmit())
  card.addEventListener('submit', () => (card.dataset.said = saidIn(card)), { capture: true })
  card.addEventListener('taken', (event) => {
    event.preventDefault()
    // Somebody who goes on while the last press is still on its way has said more than what was sent.
    if (card.dataset.said !== saidIn(card)) setTimeout(() => card.requestSubmit(), 100)
    const said = card.querySelector('.kept')
    if (said) said.hidden = false
  })
}
const comparing = document.querySelector('[data-compare]')
comparing?.addEventListener('click', () => {
  const isOn = document.body.classList.toggle('comparing')
  comparing.setAttribute('aria-pressed', String(isOn))
})
for (const box of document.querySelectorAll('[data-compared]'))
  box.addEventListener('change', () => box.closest('.card').classList.toggle('compared', box.checked))
for (const printing of document.querySelectorAll('[data-print]'))
  printing.addEventListener('click', async () => {
    await fetch(printing.dataset.print, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    print()
  })
