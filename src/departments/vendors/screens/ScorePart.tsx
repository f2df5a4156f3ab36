import { useAsk } from '../../../client/react.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Table } from '../../../ui/Table.tsx'
import { plural } from '../../../ui/words.ts'
import { getVendorScore } from '../score.contract.ts'
import { FEWEST_FACTS } from '../score.rules.ts'
import type { Vendor } from '../vendor.contract.ts'
import css from './Vendors.module.css'

const results = {
  good: { is: 'go', word: 'Speaks for them' },
  bad: { is: 'attention', word: 'Speaks against them' },
  neutral: { is: 'off', word: 'Does not count' },
} as const

/** A number that is nothing but facts, each with the record it is read from; what is not recorded yet is named. */
export function ScorePart({ vendor }: { vendor: Vendor }) {
  const asked = useAsk(getVendorScore, { params: { vendorId: vendor.id } })
  return (
    <Loaded of={asked}>
      {({ score, counted, kinds, facts, notYet }) => (
        <>
          <Section
            title="Score"
            about={
              score === null
                ? `${plural(counted, 'fact counts', 'facts count')} so far; a number needs ${FEWEST_FACTS}.`
                : `${score} of 100 from ${plural(counted, 'fact')}. Each kind counts the same.`
            }
          >
            <Table
              label="Score by kind"
              rows={kinds}
              keyOf={(it) => it.kind}
              columns={[
                { key: 'kind', head: 'Kind', of: (it) => <b>{it.label}</b>, width: '40%' },
                { key: 'points', head: 'Points', of: (it) => it.points ?? '–', align: 'end' },
                { key: 'good', head: 'For', of: (it) => it.good, align: 'end' },
                { key: 'bad', head: 'Against', of: (it) => it.bad, align: 'end' },
              ]}
            />
            {notYet.length > 0 && (
              <p className={css.small}>
                Not recorded in this office yet, so not in the number: {notYet.join(', ').toLowerCase()}.
              </p>
            )}
          </Section>
          <Section title="The facts" count={facts.length}>
            <Table
              label="Facts"
              rows={facts}
              keyOf={(it) => `${it.kind}${it.on}${it.words ?? ''}${it.href}`}
              columns={[
                { key: 'on', head: 'On', of: (it) => <DateText on={it.on} year />, width: 150 },
                { key: 'words', head: 'What', of: (it) => it.words, width: '46%' },
                {
                  key: 'result',
                  head: 'Result',
                  of: (it) => <Status is={results[it.result].is}>{results[it.result].word}</Status>,
                },
                { key: 'href', head: '', of: (it) => <Go to={it.href}>Open</Go>, align: 'end' },
              ]}
              empty={
                <EmptyState small title="No facts yet">
                  Answered quotes, prices against last time, choices and papers write themselves in here.
                </EmptyState>
              }
            />
          </Section>
        </>
      )}
    </Loaded>
  )
}
