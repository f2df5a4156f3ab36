import type { z } from 'zod'
import { dayAt, type ZoneName } from '../../kernel/time.ts'
import type { Actor, OfficeScope } from '../../platform/access/scope.ts'
import type { App } from '../../platform/app.ts'
import type { Consent, NewConsent } from './consent.contract.ts'
import * as store from './consent.store.ts'

/** A new wording beside those that were agreed to before. */
export const create = (
  app: App,
  { actor, body }: { scope: OfficeScope; actor: Actor; body: z.output<typeof NewConsent> },
): Promise<Consent> =>
  app.transaction(async (tx) => {
    const before = await store.current(tx)
    const consent = {
      id: app.ids.next<string>(),
      number: before.number + 1,
      ...body,
      effectiveFrom: dayAt(app.clock.now(), 'UTC' as ZoneName),
    }
    await store.insert(tx, {
      id: consent.id,
      number: consent.number,
      body: body.body,
      retention_months: body.retentionMonths,
      source: body.source,
      effective_from: consent.effectiveFrom,
      created_at: app.clock.now().toString(),
    })
    await app.audit.record(tx, actor, 'casting_consent.added', {
      subject: { kind: 'casting_consent', id: consent.id, label: `Version ${consent.number}` },
      after: body,
    })
    return consent
  })
