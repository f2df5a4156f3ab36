import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { readersDayOf } from '../../../ui/dates.ts'
import { DateText } from '../../../ui/DateText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { listSeals, ownSeal, type Seals } from '../seal.contract.ts'
import css from './Agreements.module.css'
import { CertificateDialog } from './CertificateDialog.tsx'
import { SealTest } from './SealTest.tsx'
import { TimestampSection } from './TimestampSection.tsx'
import { nameIn } from './words.ts'

/** What papers are sealed with: the office's own key or a certificate of a trust service, and whose clock counts. */
export function SealPage() {
  const asked = useAsk(listSeals)
  return (
    <SettingsPage title="Seal">
      <Loaded of={asked}>
        {(seals) => (
          <>
            <Certificate of={seals} />
            {seals.timestamp && <TimestampSection of={seals.timestamp} />}
            <Former of={seals} />
          </>
        )}
      </Loaded>
    </SettingsPage>
  )
}

function Certificate({ of: { items, can, endsInDays } }: { of: Seals }) {
  const [bringing, setBringing] = useState(false)
  const own = useChange(ownSeal, { onDone: () => toast.done('Papers are sealed with the office’s own key') })
  const seal = items.find((it) => it.retiredAt === null)
  return (
    <Section
      title="Certificate"
      about="Every paper that everybody signed is sealed with it, so that one changed byte shows. The office’s own key proves that; a certificate of a trust service also proves to strangers whose seal it is."
    >
      {seal === undefined ? (
        <p>The office’s own key is made when the first paper is signed by everybody.</p>
      ) : (
        <>
          <p>
            <Status is={endsInDays === null ? 'go' : endsInDays <= 14 ? 'stop' : 'attention'}>
              {seal.source === 'made' ? 'The office’s own key' : 'Certificate of a trust service'}
              {endsInDays !== null && (endsInDays < 0 ? ', has ended' : `, ends in ${plural(endsInDays, 'day')}`)}
            </Status>
          </p>
          <Facts
            of={[
              ['Says', nameIn(seal.subject)],
              ['Vouched for by', seal.source === 'made' ? 'Nobody else' : nameIn(seal.issuer)],
              ['Valid until', <DateText key="u" on={readersDayOf(seal.until)} year />],
              ['In use since', <DateText key="s" on={readersDayOf(seal.createdAt)} year />],
              [
                'Fingerprint',
                <code key="f" className={css.wraps}>
                  {seal.fingerprint}
                </code>,
              ],
            ]}
          />
        </>
      )}
      {can.change && (
        <div className={css.acts}>
          <Button icon={<IconUpload size={16} />} onClick={() => setBringing(true)}>
            Bring a certificate
          </Button>
          {seal?.source === 'imported' && (
            <Button busy={own.isPending} onClick={() => own.mutate({ body: {} }, { onError: toast.problem })}>
              Back to the office’s own key
            </Button>
          )}
          {seal && (
            <FileLink href={`/v1/agreement-seals/${seal.fingerprint}/certificate.pem`}>Certificate as a file</FileLink>
          )}
        </div>
      )}
      {can.change && <SealTest />}
      {bringing && <CertificateDialog onClose={() => setBringing(false)} />}
    </Section>
  )
}

function Former({ of: { items } }: { of: Seals }) {
  const former = items.filter((it) => it.retiredAt !== null)
  if (former.length === 0) return null
  return (
    <Section title="Used before" count={former.length} about="What they sealed stays sealed and verifies.">
      {former.map((it) => (
        <Facts
          key={it.fingerprint}
          of={[
            ['Said', nameIn(it.subject)],
            ['Used until', <DateText key="r" on={readersDayOf(it.retiredAt ?? it.until)} year />],
          ]}
        />
      ))}
    </Section>
  )
}
