import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { base64Of } from '../../../ui/base64.ts'
import { readersDayOf } from '../../../ui/dates.ts'
import { DateText, MomentText } from '../../../ui/DateText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Go } from '../../../ui/Go.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status, type Standing } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { listSeals, verifyPdf, type Verified } from '../seal.contract.ts'
import css from './Agreements.module.css'
import { nameIn } from './words.ts'

const standing: Record<Verified['verdict'], Standing> = {
  ours: 'go',
  ours_unknown_paper: 'half',
  other: 'attention',
  broken: 'stop',
  unsigned: 'off',
}
const words: Record<Verified['verdict'], string> = {
  ours: 'Sealed by us, unchanged',
  ours_unknown_paper: 'Sealed by us, unchanged',
  other: 'Not our seal',
  broken: 'The seal is broken',
  unsigned: 'No seal',
}

/** Drop any PDF: is it one this office sealed, byte for byte? */
export function VerifyPage() {
  const seals = useAsk(listSeals)
  const [name, setName] = useState('')
  const verify = useChange(verifyPdf)
  const read = async ([file]: File[]) => {
    if (!file) return
    setName(file.name)
    verify.mutate({ body: { pdf: await base64Of(file) } }, { onError: toast.problem })
  }
  const it = verify.data
  return (
    <SettingsPage title="Verify a paper">
      <FileDrop label="A PDF you were given" accept=".pdf" onFiles={(files) => void read(files)} />
      {it && (
        <Section title={name}>
          <p role="status">
            <Status is={standing[it.verdict]}>{words[it.verdict]}</Status>
          </p>
          <p>{it.says}</p>
          <Facts
            of={[
              [
                'Paper',
                it.paper &&
                  (it.paper.href ? (
                    <Go key="p" to={it.paper.href}>{`${it.paper.number} ${it.paper.title}`}</Go>
                  ) : (
                    it.paper.number
                  )),
              ],
              ['Sealed', it.paper?.sealedAt && <MomentText key="s" at={it.paper.sealedAt} />],
              ['Signed by', it.paper?.signers.map((each) => each.name).join(', ')],
              ['Seal', it.seal && nameIn(it.seal.subject)],
              [
                'Time stamp',
                it.timeStamp && (
                  <span key="t">
                    {it.timeStamp.by}, <MomentText at={it.timeStamp.at} />
                  </span>
                ),
              ],
              [
                'SHA-256',
                <code key="h" className={css.wraps}>
                  {it.sha256}
                </code>,
              ],
            ]}
          />
        </Section>
      )}
      <Section
        title="Seals of this office"
        about="Give the certificate to whoever wants to check a paper with a tool of their own."
      >
        <Loaded of={seals}>
          {({ items }) =>
            items.length === 0 ? (
              <p>The office’s key is made when the first paper is signed by everybody.</p>
            ) : (
              <ul className={css.seals}>
                {items.map((seal) => (
                  <li key={seal.fingerprint}>
                    <div>
                      <b>{nameIn(seal.subject)}</b>
                      <Status is={seal.retiredAt === null ? 'go' : 'off'}>
                        {seal.retiredAt === null ? 'In use' : 'Used before'}
                      </Status>
                    </div>
                    <small>
                      Valid from <DateText on={readersDayOf(seal.from)} year /> to{' '}
                      <DateText on={readersDayOf(seal.until)} year />
                    </small>
                    <small className={css.wraps}>{seal.fingerprint}</small>
                    <FileLink size="small" href={`/v1/agreement-seals/${seal.fingerprint}/certificate.pem`}>
                      Certificate
                    </FileLink>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
