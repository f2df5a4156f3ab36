import { escaped } from '../../kernel/html.ts'

export { escaped, lines } from '../../kernel/html.ts'

/** Only addresses a phone can do something harmless with. */
export const safeHref = (href: string): string => (/^(https?:|tel:|mailto:|\/)/i.test(href) ? escaped(href) : '#')

/** What a phone dials. */
export const telHref = (number: string): string => `tel:${number.replaceAll(/[^\d+]/g, '')}`

const paths = {
  pin: '<path d="M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11z"/><circle cx="12" cy="10" r="2.6"/>',
  phone: '<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z"/>',
  check: '<path d="M5 12.5l4.5 4.5L19.5 7"/>',
  alert: '<path d="M12 4l9 16H3z"/><path d="M12 10v4.5M12 17.2v.3"/>',
  file: '<path d="M14 3v5h5"/><path d="M6 3h8l5 5v13H6z"/>',
  calendar: '<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>',
  x: '<path d="M6 6l12 12M18 6L6 18"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
  pen: '<path d="M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19z"/>',
  camera: '<path d="M4 8h3l2-3h6l2 3h3v11H4z"/><circle cx="12" cy="13" r="3.5"/>',
  lock: '<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>',
  down: '<path d="M12 4v11M7.5 11L12 15.5 16.5 11M4 20h16"/>',
} as const

export const icon = (name: keyof typeof paths): string =>
  `<svg class="ic" viewBox="0 0 24 24" aria-hidden="true">${paths[name]}</svg>`

export const section = (title: string, body: string, note = ''): string =>
  body === '' ? '' : `<section>${title === '' ? '' : `<h2>${escaped(title)}${note}</h2>`}${body}</section>`

/** Where a place is on a map: the link it came with, else its coordinates, else its address to search for. */
export function mapHref(place: {
  name: string
  address: string
  mapUrl: string | null
  latitude: number | null
  longitude: number | null
}): string | null {
  if (place.mapUrl) return place.mapUrl
  const { latitude, longitude } = place
  const map = 'https://www.openstreetmap.org/'
  if (latitude !== null && longitude !== null)
    return `${map}?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
  return place.address === '' ? null : `${map}search?query=${encodeURIComponent(place.address.replaceAll('\n', ', '))}`
}
