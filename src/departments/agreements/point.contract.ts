import { z } from 'zod'
import { idOf, ProductionId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { rawRoute, route, type BodyOf } from '../../kernel/route.ts'
import { InstantText, PlainDay } from '../../kernel/time.ts'
import { NotReadyToSend } from './agreement.contract.ts'
import { AgreementKind, Language, languageNames } from './kinds.rules.ts'
import { Ended, Picture, TextChanged } from './party.contract.ts'
import { Signature } from './agreement.contract.ts'
import { Scope } from './scope.rules.ts'
import { TemplateId } from './template.contract.ts'
import type { Content } from './text.rules.ts'

export const PointId = idOf('PointId')
export type PointId = z.infer<typeof PointId>
export const CrowdNoticeId = idOf('CrowdNoticeId')
export type CrowdNoticeId = z.infer<typeof CrowdNoticeId>

interface Wording {
  readonly content: Content
  readonly sha256: string
}
/** Words by language, for grown people and for a guardian who signs for a young one. */
export type PointContent = Partial<Record<Language, { readonly adult: Wording; readonly minor: Wording | null }>>

export const Point = z.object({
  id: PointId,
  label: z.string(),
  templateName: z.string(),
  onDate: PlainDay.nullable(),
  locationId: z.string().nullable(),
  sceneNumbers: z.array(z.string()),
  languages: z.array(Language),
  scope: Scope,
  /** What people get, in each language they sign in. */
  pay: z.partialRecord(Language, z.string()),
  url: z.string(),
  signed: z.number().int(),
  isOpen: z.boolean(),
  closesAt: z.string(),
  version: z.number().int(),
})
export type Point = z.infer<typeof Point>

const params = z.object({ productionId: ProductionId })
const path = '/v1/productions/{productionId}/agreement-points'

export const listPoints = route({
  method: 'GET',
  path,
  summary: 'Codes that people on set sign a release at, the newest first',
  access: { ability: 'agreements.edit', on: 'production' },
  params,
  response: z.object({ items: z.array(Point) }),
})

export const createPoint = route({
  method: 'POST',
  path,
  summary: 'A code for a scene, day or place: whoever scans it signs a release there',
  access: { ability: 'agreements.edit', on: 'production' },
  params,
  body: z
    .object({
      templateId: TemplateId,
      label: z.string().trim().min(1, 'Say where it hangs, such as Harbour crowd.').max(120),
      onDate: PlainDay.nullable().default(null),
      locationId: z.uuid().nullable().default(null),
      sceneNumbers: z.array(z.string().max(20)).max(100).default([]),
      languages: z.array(Language).min(1, 'Choose at least one language.'),
      scope: Scope,
      pay: z.partialRecord(Language, z.string().trim().max(300)),
      closesAt: InstantText.optional(),
    })
    .superRefine(({ languages, pay }, context) => {
      for (const language of languages)
        if (!pay[language])
          context.addIssue({
            code: 'custom',
            path: ['pay', language],
            message: `Say in ${languageNames[language]} what they get, or that it is unpaid.`,
          })
    }),
  idempotencyKey: 'accepted',
  response: Point,
  status: 201,
  problems: [NotReadyToSend],
})
export type NewPoint = BodyOf<typeof createPoint>

export const closePoint = route({
  method: 'POST',
  path: `${path}/{pointId}/close`,
  summary: 'No new signatures; what was signed before without signal still arrives',
  access: { ability: 'agreements.edit', on: 'production' },
  params: params.extend({ pointId: PointId }),
  body: z.object({}),
  ifMatch: 'required',
  response: Point,
  problems: [Stale],
})

export const Release = z.object({
  key: z.uuid(),
  language: Language,
  seen: z.string().length(64),
  /** The person filmed. */
  name: z.string().trim().min(2, 'Give your full name.').max(120),
  email: z.union([z.literal(''), z.email({ error: 'Give an e-mail address, or leave it empty.' })]).default(''),
  /** Whoever signs for somebody under age. */
  guardian: z.string().trim().min(2, 'Give the name of the parent or guardian.').max(120).optional(),
  permit: z.string().trim().max(120).default(''),
  photo: Picture,
  signature: Signature,
  picture: Picture.optional(),
  /** By the phone’s clock; the office notes both. */
  signedAt: InstantText,
})
export type Release = z.infer<typeof Release>

export const signRelease = route({
  method: 'POST',
  path: '/v1/release-links/{token}/releases',
  summary: 'A release signed on set, now or as soon as the phone has signal; the same key is the same release',
  access: { link: 'release' },
  params: z.object({ token: z.string() }),
  body: Release,
  maxBodyBytes: 6 * 1024 * 1024,
  repeated: 'the key in the body makes it the same release',
  response: z.object({ number: z.string() }),
  status: 201,
  problems: [Ended, TextChanged],
})

export const releasePage = rawRoute({
  method: 'GET',
  path: '/r/{token}',
  summary: 'The page a release is signed on, on set',
  access: { public: 'who holds the link needs no login; the page itself says what is wrong with a link' },
  params: z.object({ token: z.string() }),
  produces: 'text/html',
})

export const CrowdNotice = z.object({
  id: CrowdNoticeId,
  onDate: PlainDay,
  locationId: z.string().nullable(),
  sceneNumbers: z.array(z.string()),
  language: Language,
  position: z.string(),
  hasPhoto: z.boolean(),
  photoTakenAt: z.string().nullable(),
  by: z.string(),
})
export type CrowdNotice = z.infer<typeof CrowdNotice>

export const listCrowdNotices = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/crowd-notices',
  summary: 'Signs that told a crowd it is being filmed: where, when, in which language',
  access: { ability: 'agreements.cover', on: 'production' },
  params,
  response: z.object({ items: z.array(CrowdNotice) }),
})

export const addCrowdNotice = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/crowd-notices',
  summary: 'Record a posted sign with its picture',
  access: { ability: 'agreements.cover', on: 'production' },
  params,
  body: z.object({
    onDate: PlainDay,
    locationId: z.uuid().nullable().default(null),
    sceneNumbers: z.array(z.string().max(20)).max(100).default([]),
    language: Language,
    position: z.string().trim().min(1, 'Say where the sign hangs.').max(200),
    photo: Picture,
    key: z.uuid().optional(),
  }),
  idempotencyKey: 'accepted',
  maxBodyBytes: 6 * 1024 * 1024,
  response: CrowdNotice,
  status: 201,
})

export const crowdNoticePhoto = rawRoute({
  method: 'GET',
  path: '/v1/productions/{productionId}/crowd-notices/{noticeId}/photo',
  summary: 'The picture of a posted sign',
  access: { ability: 'agreements.cover', on: 'production' },
  params: params.extend({ noticeId: CrowdNoticeId }),
  produces: 'image/jpeg',
})

export const Covered = z.object({
  key: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
  detail: z.string(),
  kind: AgreementKind,
  state: z.enum(['missing', 'draft', 'sent', 'signed', 'refused']),
  onPaper: z.boolean(),
  agreementId: z.string().nullable(),
  number: z.string().nullable(),
  /** Signed only after they began to work. */
  isLate: z.boolean(),
})
export type Covered = z.infer<typeof Covered>

export const getCoverage = route({
  method: 'GET',
  path: '/v1/productions/{productionId}/agreement-coverage',
  summary: 'Who and what on a day, in a scene or at a place still lacks which paper',
  access: { ability: 'agreements.cover', on: 'production' },
  params,
  query: z.object({
    onDate: PlainDay.optional(),
    scene: z.string().max(20).optional(),
    locationId: z.uuid().optional(),
  }),
  response: z.object({
    items: z.array(Covered),
    counts: z.object({
      missing: z.number(),
      draft: z.number(),
      sent: z.number(),
      signed: z.number(),
      refused: z.number(),
    }),
    days: z.array(PlainDay),
    scenes: z.array(z.string()),
    locations: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
})
