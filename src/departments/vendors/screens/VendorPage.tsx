import { lazy, Suspense } from 'react'
import { useAsk } from '../../../client/react.ts'
import { Activity } from '../../../ui/Activity.tsx'
import { useParam, useSearchValue } from '../../../ui/address.ts'
import { classes } from '../../../ui/classes.ts'
import { MomentText } from '../../../ui/DateText.tsx'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { Loaded, Loading } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useRecordParts } from '../../../ui/recordParts.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { told } from '../../office/activity.rules.ts'
import { getMe } from '../../office/office.contract.ts'
import { blockerText, stageWords } from '../stage.rules.ts'
import { getVendor, listVendorActivity, type Vendor } from '../vendor.contract.ts'
import { StageActs } from './StageActs.tsx'
import css from './Vendors.module.css'
import { stageShapes } from './vendorWords.ts'

const parts = [
  {
    value: 'overview',
    label: 'Overview',
    element: lazy(() => import('./OverviewPart.tsx').then((it) => ({ default: it.OverviewPart }))),
  },
  {
    value: 'account',
    label: 'Account',
    element: lazy(() => import('./BankPart.tsx').then((it) => ({ default: it.BankPart }))),
  },
  {
    value: 'prices',
    label: 'Prices',
    element: lazy(() => import('./PricesPart.tsx').then((it) => ({ default: it.PricesPart }))),
  },
  {
    value: 'link',
    label: 'By link',
    element: lazy(() => import('./InvitationPart.tsx').then((it) => ({ default: it.InvitationPart }))),
  },
  {
    value: 'papers',
    label: 'Papers',
    element: lazy(() => import('./PapersPart.tsx').then((it) => ({ default: it.PapersPart }))),
  },
  {
    value: 'score',
    label: 'Score',
    element: lazy(() => import('./ScorePart.tsx').then((it) => ({ default: it.ScorePart }))),
  },
] as const

/** Everything about one vendor: terms, papers, account, prices, and what was done when. */
export function VendorPage() {
  const vendorId = useParam('vendorId')
  const asked = useAsk(getVendor, { params: { vendorId } })
  return (
    <Page
      title={asked.data?.name ?? 'Vendor'}
      crumbs={[{ label: 'Vendors', to: '/vendors' }]}
      actions={asked.data?.can.edit && <StageActs vendor={asked.data} />}
    >
      <Loaded of={asked}>{(it) => <Record vendor={it} />}</Loaded>
    </Page>
  )
}

function Record({ vendor }: { vendor: Vendor }) {
  const [shown, setShown] = useSearchValue('tab')
  const records = useRecords(vendor)
  // An address may name a tab that is not there, or is another's to see: the first one stands in for it.
  const isThere =
    shown === 'activity' || parts.some(({ value }) => value === shown) || records.some(({ id }) => id === shown)
  const tab = shown !== undefined && isThere ? shown : 'overview'
  const part = parts.find(({ value }) => value === tab)
  const record = records.find(({ id }) => id === tab)
  return (
    <>
      <Head vendor={vendor} />
      <div className={css.tabs}>
        <Tabs
          label="Vendor"
          value={tab}
          options={[
            ...parts.map(({ value, label }) => ({ value: value as string, label })),
            ...records.map(({ id, label }) => ({ value: id, label })),
            { value: 'activity', label: 'Activity' },
          ]}
          onChange={(next: string) => setShown(next === 'overview' ? undefined : next)}
        />
      </div>
      {record && (
        <Suspense fallback={<Loading />}>
          <record.element recordId={vendor.companyId ?? vendor.personId ?? ''} />
        </Suspense>
      )}
      {tab === 'activity' && <History vendorId={vendor.id} />}
      {part && (
        <ErrorBoundary resetKey={part.value}>
          <Suspense fallback={<Loading />}>
            <part.element vendor={vendor} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  )
}

const SHARED = ['pay.rates', 'people.private_notes']

/** Rates and private notes are of who stands behind the vendor: the same as on their page in the directory. */
function useRecords({ kind }: Vendor) {
  const abilities = new Set<string>(useAsk(getMe).data?.abilities)
  return useRecordParts(kind, abilities).filter(({ id }) => SHARED.includes(id))
}

function Head({ vendor }: { vendor: Vendor }) {
  const about = [vendor.kind === 'person' && 'Works on their own bill', vendor.legalName, vendor.homeBase]
  return (
    <>
      {vendor.stage === 'do_not_use' && (
        <div className={classes(css.note, css.stop)} role="note">
          <b>Do not use:</b> {vendor.stageReason}
          <p>
            Said by {vendor.stageBy}, <MomentText at={vendor.stageAt} />
          </p>
        </div>
      )}
      <div className={css.head}>
        <Status is={stageShapes[vendor.stage]}>{stageWords[vendor.stage]}</Status>
        <p>
          {[...about, vendor.categories.map(({ name }) => name).join(', '), vendor.archivedAt && 'Archived']
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {vendor.blockers.length > 0 && vendor.stage !== 'do_not_use' && (
        <div className={css.note} role="note">
          <b>{vendor.stage === 'active' ? 'In use, and this is open:' : 'Before they are in use:'}</b>
          <ul>
            {vendor.blockers.map((it) => (
              <li key={blockerText(it)}>{blockerText(it)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function History({ vendorId }: { vendorId: string }) {
  const asked = useAsk(listVendorActivity, { params: { vendorId } })
  return (
    <Section title="Activity">
      <Loaded of={asked}>
        {({ items }) => (
          <Activity
            entries={items.map(({ kind, label, ...entry }) =>
              told({ ...entry, actorKind: 'user', subject: { kind, id: vendorId, label } }, { stage: stageWords }),
            )}
          />
        )}
      </Loaded>
    </Section>
  )
}
