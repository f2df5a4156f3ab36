import type { z } from 'zod'
import { fillPath, type AnyContract } from '../../src/kernel/route.ts'
import { departments } from '../../src/main/departments.ts'
import type { Ids } from './planted.ts'

export const reading = departments
  .flatMap(({ routes }) => routes.map(({ contract }) => contract))
  .filter(({ method, access, path }) => method === 'GET' && !('link' in access) && path !== '/v1/live')

/** Addresses that answer only when they are asked for something. */
const asking: Record<string, (ids: Ids) => string> = {
  '/v1/productions/{productionId}/timesheets': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/productions/{productionId}/timesheets/export/{format}': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/bookables/timeline': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/productions/{productionId}/bookings': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/people/{personId}/absences': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/bookings': () => 'from=2026-05-01&to=2026-05-31',
  '/v1/people/{personId}/rest': (ids) => `productionId=${ids['productionId']?.[0]}&days=2026-05-13`,
  '/v1/productions/{productionId}/calendar/month': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/calendar': () => 'from=2026-05-01&until=2026-05-31',
  '/v1/private-notes': (ids) => `personId=${ids['personId']?.[0]}`,
  '/v1/productions/{productionId}/boards/{boardId}/compare': (ids) => `with=${ids['boardId']?.[1]}`,
  '/v1/productions/{productionId}/casting/size-cards': (ids) => `role=${ids['roleId']?.[0]}`,
}

/** What is not read here, and why that is no hole. */
const file = 'a file as it was uploaded, which the sample has none of; its department tests who may open it'
export const notRead: Record<string, string> = {
  '/v1/agreement-seals/{fingerprint}/certificate.pem': 'a certificate is made to be shown',
  '/v1/office/logo': 'made to be shown, and the sample has none',
  '/outside/logo': 'the same, in the head of pages for people outside',
  '/v1/people/{personId}/media/{mediaId}/{size}': file,
  '/v1/productions/{productionId}/agreements/{agreementId}/docx': file,
  '/v1/productions/{productionId}/agreements/{agreementId}/parties/{partyId}/photo': file,
  '/v1/productions/{productionId}/binders/{binderId}/{form}':
    'holds what its builder may see, and opens to nobody else',
  '/v1/productions/{productionId}/callsheet-copies/{code}': 'says whose copy a found one was; no field of anybody else',
  '/v1/productions/{productionId}/casting/media/{mediaId}': file,
  '/v1/productions/{productionId}/crowd-notices/{noticeId}/photo': file,
  '/v1/productions/{productionId}/documents/{documentId}/shares/{shareId}/visits':
    'of a document the walk does not share',
  '/v1/productions/{productionId}/documents/{documentId}/versions/{number}/pages/{page}': 'a picture of the text above',
  '/v1/productions/{productionId}/documents/{documentId}/versions/{number}/thumbnail': 'a picture of the text above',
  '/v1/productions/{productionId}/frames/{fileId}': file,
  '/v1/productions/{productionId}/papers/{paperId}/file': file,
  '/v1/productions/{productionId}/quotes/{requestId}/quotes/{quoteId}/file': file,
  '/v1/vendors/{vendorId}/papers/{paperId}/file': file,
}
export const isBehindLink = (path: string) => path.includes('{token}')
export const isAsset = (path: string) => path.endsWith('{name}') && !path.startsWith('/v1/')

/** Every address of a contract that the sample fills. */
export function addressesOf(contract: AnyContract, ids: Ids): string[] {
  const names = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  let filled: Record<string, string>[] = [{}]
  for (const name of names)
    filled = filled.flatMap((params) => (ids[name] ?? []).map((value) => ({ ...params, [name]: value })))
  const paths = filled.map((params) => fillPath(contract.path, params).replace('/*', ''))
  const asked = Object.keys((contract.query as z.ZodObject | undefined)?.shape ?? {})
  const query = asking[contract.path]?.(ids)
  if (query !== undefined) return paths.map((path) => `${path}?${query}`)
  const search = ['q', 'text'].find((name) => asked.includes(name))
  return search === undefined ? paths : [...paths, ...paths.map((path) => `${path}?${search}=planted`)]
}
