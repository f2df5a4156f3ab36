/**
 * How a browser is told to show or save what it gets. A header takes plain letters only, and names of productions and
 * people have others: those stand there in both of the forms browsers read (RFC 6266).
 * @example disposition('inline', 'Café.pdf')   // inline; filename="Cafe.pdf"; filename*=UTF-8''Caf%C3%A9.pdf
 */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_')
  if (plain === name) return `${how}; filename="${plain}"`
  const whole = encodeURIComponent(name).replace(/['()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}

interface FileAnswer {
  readonly type: string
  readonly name: string
  /** To be looked at in the browser instead of saved. */
  readonly inline?: boolean
}

/** What was made for whoever asks, and is kept nowhere on the way: a report, a list, a paper. */
export const fileAnswer = (body: BodyInit | Uint8Array, { type, name, inline = false }: FileAnswer): Response =>
  new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': disposition(inline ? 'inline' : 'attachment', name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
