import { z } from 'zod'
import { representations } from '../../kernel/representation.ts'
import { classed, open, personal } from '../../kernel/fields.ts'
import { FileId, idOf, PersonId } from '../../kernel/ids.ts'
import { Stale } from '../../kernel/problems.ts'
import { problemType } from '../../kernel/problems.ts'
import { rawRoute, route } from '../../kernel/route.ts'

/** How far somebody has come in a position. */
export const Level = z.enum(['trainee', 'assistant', 'experienced', 'lead'])
export type Level = z.infer<typeof Level>

/** Who is written to: the person, the person with the agent copied, or the agent first and the person by them. */
export const Representation = z.enum(representations)
export type Representation = z.infer<typeof Representation>

const word = z.string().trim().min(1).max(60)
const words = z.array(word).max(60)
const size = z.string().trim().max(20)

/** Sizes as wardrobe asks for them; each as it is written where the person lives. */
export const Measurements = z.strictObject({
  height: size.optional(),
  chest: size.optional(),
  waist: size.optional(),
  hips: size.optional(),
  inseam: size.optional(),
  collar: size.optional(),
  dress: size.optional(),
  shoe: size.optional(),
  hat: size.optional(),
  glove: size.optional(),
  hair: size.optional(),
  eyes: size.optional(),
})
export type Measurements = z.infer<typeof Measurements>

export const MediaId = idOf('MediaId')
export type MediaId = z.infer<typeof MediaId>
export const MediaKind = z.enum(['photo', 'voice', 'reel'])
export type MediaKind = z.infer<typeof MediaKind>

/** A photograph, a recording of a voice, or a reel somewhere on the web. */
export const Medium = z.object({
  id: MediaId,
  kind: MediaKind,
  title: z.string(),
  tags: z.array(z.string()),
  language: z.string().nullable(),
  url: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  seconds: z.number().nullable(),
  version: z.number().int(),
})
export type Medium = z.infer<typeof Medium>

const settable = {
  skills: words,
  tags: words,
  positions: z.array(z.object({ position: word, level: Level })).max(30),
  /** How far from their city they come to work. */
  travelKm: z.number().int().min(0).max(20_000).nullable(),
  representation: Representation,
}

export const Profile = classed('people', {
  personId: open(PersonId),
  skills: open(settable.skills),
  tags: open(settable.tags),
  positions: open(settable.positions),
  travelKm: open(settable.travelKm),
  representation: open(Representation),
  media: open(z.array(Medium)),
  measurements: personal(Measurements),
  doNotHire: personal(z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable()),
  version: open(z.number().int()),
  can: open(z.object({ edit: z.boolean() })),
})
export type Profile = z.infer<typeof Profile>

const params = z.object({ personId: PersonId })

export const getProfile = route({
  method: 'GET',
  path: '/v1/people/{personId}/profile',
  summary: 'What a person can do, through whom they are reached, what they look and sound like',
  access: { ability: 'people.read', on: 'office' },
  params,
  response: Profile,
})

export const ProfileBody = z.object({ ...settable, measurements: Measurements }).partial()
export type ProfileBody = z.infer<typeof ProfileBody>

export const changeProfile = route({
  method: 'PATCH',
  path: '/v1/people/{personId}/profile',
  summary: 'Change what a person can do and through whom they are reached',
  access: { ability: 'people.edit', on: 'office' },
  params,
  body: ProfileBody,
  ifMatch: 'required',
  response: Profile,
  problems: [Stale],
})

export const setDoNotHire = route({
  method: 'PUT',
  path: '/v1/people/{personId}/do-not-hire',
  summary: 'Say that a person is not to be hired, with the reason; or take it back',
  access: { ability: 'people.edit', on: 'office' },
  params,
  body: z.object({
    reason: z.string().trim().min(1, 'Say why; whoever reads it later was not there.').max(1000).nullable(),
  }),
  ifMatch: 'required',
  response: Profile,
  problems: [Stale],
})

export const SoundRefused = problemType('sound-refused', 422, 'This file is not a recording we can take')

const described = {
  title: z.string().trim().min(1).max(120),
  tags: words.default([]),
  language: word.nullable().default(null),
}

export const NewMedium = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('photo'), fileId: FileId, ...described }),
  z.object({ kind: z.literal('voice'), fileId: FileId, ...described }),
  z.object({
    kind: z.literal('reel'),
    url: z.url({ protocol: /^https?$/, error: 'An address of the web, like https://…' }).max(500),
    ...described,
  }),
])
export type NewMedium = z.infer<typeof NewMedium>

export const addMedium = route({
  method: 'POST',
  path: '/v1/people/{personId}/media',
  summary: 'Add a photograph, a voice sample or a reel; pictures are drawn anew, recordings checked by their content',
  access: { ability: 'people.edit', on: 'office' },
  params,
  body: NewMedium,
  idempotencyKey: 'accepted',
  response: Medium,
  status: 201,
  problems: [SoundRefused],
})

const one = params.extend({ mediaId: MediaId })

export const changeMedium = route({
  method: 'PATCH',
  path: '/v1/people/{personId}/media/{mediaId}',
  summary: 'Rename or tag a photograph, voice sample or reel, make it the first, or take it out',
  access: { ability: 'people.edit', on: 'office' },
  params: one,
  body: z
    .object({
      title: described.title,
      tags: words,
      language: word.nullable(),
      first: z.literal(true),
      archived: z.boolean(),
    })
    .partial(),
  ifMatch: 'required',
  response: Medium,
  problems: [Stale],
})

export const readMedium = rawRoute({
  method: 'GET',
  path: '/v1/people/{personId}/media/{mediaId}/{size}',
  summary: 'The picture (small or whole) or the recording itself',
  access: { ability: 'people.read', on: 'office' },
  params: one.extend({ size: z.enum(['small', 'whole']) }),
  produces: 'image/webp or the recording',
})

export const listDirectoryWords = route({
  method: 'GET',
  path: '/v1/people/words',
  summary: 'Skills, tags, languages, positions and cities the directory knows, the most frequent first',
  access: { ability: 'people.read', on: 'office' },
  response: z.object({
    skills: z.array(z.string()),
    tags: z.array(z.string()),
    languages: z.array(z.string()),
    positions: z.array(z.string()),
    cities: z.array(z.string()),
  }),
})
