import type { LinkScope } from '../../../platform/access/scope.ts'

/** A self-tape in the best quality a phone has; more is a film. */
const MOST_BYTES = 500 * 1024 * 1024

/** How files are taken that somebody sends by a link of casting. */
export const sendingBy = (
  links: 'casting-call-links' | 'casting-request-links',
  token: string,
  { link }: Pick<LinkScope, 'link'>,
) => ({
  path: `/v1/${links}/${token}/files`,
  sender: { linkId: link.linkId },
  mostBytes: MOST_BYTES,
})
