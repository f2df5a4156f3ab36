/** Kept for the visit: a page reloads itself for a newer version once in a while, never in a circle. */
const key = 'unitbase-reloaded-at'
const oncePerMs = 30_000

const lastReload = () => Number(sessionStorage.getItem(key) ?? 0)

/**
 * After an update the parts of the app have other names, and a page that was open all night asks for ones that are gone.
 * It takes the new version by itself, on the page where it is.
 */
export function followNewVersions(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (Date.now() - lastReload() < oncePerMs) return
    event.preventDefault()
    sessionStorage.setItem(key, String(Date.now()))
    location.reload()
  })
}
