import { useState } from 'react'
import { useAsk } from '../../../client/react.ts'
import { moneyText } from '../../../kernel/money.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status, type Standing } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import { plural } from '../../../ui/words.ts'
import { listVendorPapers, type Demand, type VendorPaper } from '../paper.contract.ts'
import type { Vendor } from '../vendor.contract.ts'
import { PaperDialog } from './PaperDialog.tsx'
import css from './Vendors.module.css'

const stands: Record<string, { is: Standing; word: string }> = {
  in_order: { is: 'go', word: 'In order' },
  expiring: { is: 'attention', word: 'Ends soon' },
  expired: { is: 'stop', word: 'Ended' },
  missing: { is: 'waiting', word: 'Missing' },
  asked: { is: 'waiting', word: 'Asked for' },
  in_review: { is: 'attention', word: 'Handed in, look at it' },
  rejected: { is: 'half', word: 'Sent back' },
}

/** What the office requires of every vendor, whatever the production. */
export function PapersPart({ vendor }: { vendor: Vendor }) {
  const asked = useAsk(listVendorPapers, { params: { vendorId: vendor.id } })
  const [looking, setLooking] = useState<VendorPaper>()
  return (
    <Section
      title="Papers"
      about="They hand these in by their link, or you put on file what you have in hand. Which ones are required, and which block, is set under Settings, Required papers."
    >
      <Loaded of={asked}>
        {({ items, demands, can }) => (
          <>
            <Table
              label="Papers"
              rows={items}
              keyOf={(it) => it.kindId}
              columns={[
                { key: 'kind', head: 'Paper', of: (it) => <b>{it.kind}</b>, width: '28%' },
                {
                  key: 'effect',
                  head: 'Required',
                  of: (it) => (it.effect === 'block' ? 'Blocks' : it.effect === 'warn' ? 'Warns' : 'On file'),
                  quiet: true,
                  phone: 'hide',
                },
                {
                  key: 'stands',
                  head: 'Stands',
                  of: (it) => (
                    <>
                      <Status is={stands[it.standing]?.is ?? 'neutral'}>
                        {stands[it.standing]?.word ?? it.standing}
                      </Status>
                      {it.reason && <span className={css.small}>{it.reason}</span>}
                    </>
                  ),
                },
                {
                  key: 'until',
                  head: 'Good until',
                  of: (it) => it.expiresOn && <DateText on={it.expiresOn} year />,
                  phone: 'hide',
                },
                {
                  key: 'act',
                  head: '',
                  of: (it) =>
                    can.edit && (
                      <span className={css.acts}>
                        {it.hasFile && (
                          <a
                            href={`/v1/vendors/${vendor.id}/papers/${it.paperId}/file`}
                            target="_blank"
                            rel="noreferrer"
                          >
                            Open
                          </a>
                        )}
                        <Button
                          size="small"
                          aria-label={`${it.standing === 'in_review' ? 'Look at' : 'Put on file'}: ${it.kind}`}
                          onClick={() => setLooking(it)}
                        >
                          {it.standing === 'in_review' ? 'Look at it' : 'Put on file'}
                        </Button>
                      </span>
                    ),
                  align: 'end',
                },
              ]}
              empty={
                <EmptyState small title="Nothing is required">
                  Say what vendors owe under Settings, Required papers.
                </EmptyState>
              }
            />
            <Insurance items={items} demands={demands} />
          </>
        )}
      </Loaded>
      <PaperDialog vendorId={vendor.id} paper={looking} onClose={() => setLooking(undefined)} />
    </Section>
  )
}

/** What stands on the certificate that counts, and what each production that demands more says is missing. */
function Insurance({ items, demands }: { items: readonly VendorPaper[]; demands: readonly Demand[] }) {
  const { coverages, endorsements } = items.find(({ isInsurance }) => isInsurance)?.certificate ?? {}
  if (!coverages || (coverages.length === 0 && demands.length === 0)) return null
  return (
    <div className={classes(css.columns, css.after)}>
      <Section title="On the certificate" count={coverages.length}>
        <Table
          label="On the certificate"
          rows={coverages}
          keyOf={(it) => `${it.coverage}${it.each.currency}`}
          columns={[
            {
              key: 'coverage',
              head: 'Coverage',
              of: (it) => (
                <>
                  <b>{it.coverage}</b>
                  <span className={css.small}>{[it.insurer, it.policyNumber].filter(Boolean).join(', ')}</span>
                  <span className={css.small}>{it.additionalInsured.join('; ')}</span>
                </>
              ),
              width: '46%',
            },
            { key: 'each', head: 'Each occurrence', of: (it) => moneyText(it.each), align: 'end' },
            { key: 'total', head: 'In total', of: (it) => it.aggregate && moneyText(it.aggregate), align: 'end' },
          ]}
          empty={
            <EmptyState small title="Nothing written down">
              Put it on file with what stands on it.
            </EmptyState>
          }
        />
        <p className={css.small}>{endorsements ? plural(endorsements, 'endorsement') : 'No endorsement'} beside it.</p>
      </Section>
      {demands.length > 0 && (
        <Section title="Against what productions demand">
          <ul className={css.hints}>
            {demands.map(({ productionId, title, gaps }) => (
              <li key={productionId}>
                <span>
                  <Go to={`/productions/${productionId}/papers`}>{title}</Go>
                  {gaps.map((gap) => (
                    <span className={css.small} key={gap}>
                      {gap}
                    </span>
                  ))}
                </span>
                <Status is={gaps.length === 0 ? 'go' : 'stop'}>{gaps.length === 0 ? 'Enough' : 'Too little'}</Status>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
