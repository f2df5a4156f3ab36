// Keeps what was opened readable without signal: the newest from the office first, and what was last seen when there is none.
const scope = new URL(self.registration.scope).pathname
const shelf = `outside:${scope}`
/** Pages below the scope, and what they are made of, which may lie with another page's: `/r/…` is set in `/a/assets/`. */
const isOurs = (path) => path.startsWith(scope) || /^\/(outside|[\w-]+\/assets)\//.test(path)

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(
    caches.open(shelf).then((kept) => kept.addAll(['/outside/outside.js', '/outside/kept.js', '/outside/outside.css'])),
  )
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

const fresh = async (request) => {
  const kept = await caches.open(shelf)
  try {
    const answer = await fetch(request)
    if (answer.status === 200) await kept.put(request, answer.clone())
    // A link that was withdrawn or has run out must not live on in the phone.
    if (answer.status === 410 || answer.status === 404) await kept.delete(request)
    return answer
  } catch (failure) {
    const last = await kept.match(request)
    if (last) return last
    throw failure
  }
}

self.addEventListener('fetch', (event) => {
  const isRange = event.request.headers.has('range')
  if (event.request.method === 'GET' && !isRange && isOurs(new URL(event.request.url).pathname))
    event.respondWith(fresh(event.request))
})
