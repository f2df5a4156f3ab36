import { z } from 'zod'
import { rawRoute } from '../../kernel/route.ts'
import { desk, notice, noticeParams, params } from './distribution.contract.ts'
import { NoticeId } from './notice.contract.ts'

const reads = { ability: 'callsheets.read', on: 'production' } as const
const sends = { ability: 'callsheets.publish', on: 'production' } as const

export const noticePdf = rawRoute({
  method: 'GET',
  path: `${notice}/pdf`,
  summary: 'Their copy, the exact file',
  access: reads,
  params: noticeParams,
  produces: 'application/pdf',
})

const proofQuery = z.object({ noticeId: NoticeId.optional() })

export const proofCsv = rawRoute({
  method: 'GET',
  path: `${desk}/proof.csv`,
  summary: 'Proof of notice: who was told what, when, by which way, what they confirmed, with the hash of each file',
  access: sends,
  params,
  query: proofQuery,
  produces: 'text/csv',
})

export const proofPdf = rawRoute({
  method: 'GET',
  path: `${desk}/proof.pdf`,
  summary: 'The same as a paper',
  access: sends,
  params,
  query: proofQuery,
  produces: 'application/pdf',
})
