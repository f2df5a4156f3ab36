import { z } from 'zod'
import { PersonId, ProductionId } from '../../kernel/ids.ts'
import { InUse, problemType, Stale } from '../../kernel/problems.ts'
import { route } from '../../kernel/route.ts'
import { PlainDay } from '../../kernel/time.ts'
import { Candidate, CandidateId, Conflict, KnownPerson } from './candidate.contract.ts'
import { RoleId } from './role.contract.ts'

export const CategoryConflict = problemType(
  'casting-conflict',
  409,
  'They have worked for a competitor',
  z.object({
    conflicts: z.array(Conflict),
  }),
)

export const PersonUndecided = problemType(
  'casting-person-undecided',
  409,
  'Somebody in the directory has the same e-mail',
  z.object({ people: z.array(KnownPerson) }),
)

const params = z.object({ productionId: ProductionId })
const one = params.extend({ candidateId: CandidateId })
const role = params.extend({ roleId: RoleId })
const edit = { ability: 'casting.edit', on: 'production' } as const

export const holdCandidate = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/casting/candidates/{candidateId}/hold',
  summary:
    'Hold the chosen one in one act: into the directory, onto the production as this character, and their days held',
  access: edit,
  params: one,
  body: z.object({
    /** The role’s shoot days unless stated. */
    days: z.array(PlainDay).min(1).max(120).optional(),
    /** Left out: by the days a hold of this production stands; null: until somebody decides. */
    expiresOn: PlainDay.nullable().optional(),
    /** Why a conflict of brands is accepted, where there is one. */
    acceptConflict: z.string().trim().max(500).default(''),
  }),
  ifMatch: 'required',
  idempotencyKey: 'accepted',
  preview: true,
  response: Candidate,
  problems: [CategoryConflict, PersonUndecided, Stale],
})

export const decidePerson = route({
  method: 'PUT',
  path: '/v1/productions/{productionId}/casting/candidates/{candidateId}/person',
  summary: 'Say which record of the directory a candidate is; null says they are none of those who share their address',
  access: edit,
  params: one,
  body: z.object({ personId: PersonId.nullable() }),
  ifMatch: 'required',
  response: Candidate,
  problems: [Stale],
})

export const sendRelease = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/casting/candidates/{candidateId}/release',
  summary:
    'Send who is held their release to sign by link, for the use the role names; what is missing keeps it a draft',
  access: edit,
  params: one,
  body: z.object({
    language: z.enum(['en', 'de', 'pl', 'ar']).default('en'),
    /** As the paper says it: *You are paid £420.00 within 30 days*. */
    pay: z.string().trim().max(300).default(''),
  }),
  ifMatch: 'required',
  idempotencyKey: 'accepted',
  response: z.object({ candidate: Candidate, blockers: z.array(z.string()) }),
  problems: [Stale],
})

export const Letter = z.object({ candidateId: CandidateId, to: z.string(), subject: z.string(), text: z.string() })
export type Letter = z.infer<typeof Letter>

export const releaseBackups = route({
  method: 'POST',
  path: '/v1/productions/{productionId}/casting/roles/{roleId}/release-backups',
  summary:
    'Release everybody who was not chosen, politely and at once; asked with `send: false` it only shows the letters',
  access: edit,
  params: role,
  body: z.object({
    send: z.boolean(),
    text: z.string().trim().max(2000).default(''),
    except: z.array(CandidateId).max(200).default([]),
  }),
  idempotencyKey: 'accepted',
  response: z.object({
    released: z.number().int(),
    letters: z.array(Letter),
    /** Who has no address, and is to be called. */
    unreachable: z.array(z.string()),
  }),
  problems: [InUse],
})
