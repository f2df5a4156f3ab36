import { IconBook2, IconDownload, IconFileZip } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browser, refresh, useAsk } from '../../../client/react.ts'
import { fillPath } from '../../../kernel/route.ts'
import { useParam } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Status } from '../../../ui/Status.tsx'
import { toast } from '../../../ui/toast.tsx'
import { plural } from '../../../ui/words.ts'
import { getProduction } from '../../productions/production.contract.ts'
import { binderFile, buildBinder, listBinders, lookIntoBinder, type Binder } from '../binder.contract.ts'
import css from './Binder.module.css'
import { sizeText } from './words.ts'

/** The whole production as one book and one folder tree, from the records as they stand. */
export function BinderPage() {
  const productionId = useParam('productionId')
  const params = { productionId }
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const production = useAsk(getProduction, { params })
  const look = useAsk(lookIntoBinder, { params })
  const built = useAsk(listBinders, { params })
  const isRunning = built.data?.items.some(({ state }) => state === 'queued' || state === 'building') ?? false
  const build = async () => {
    setAsking(true)
    try {
      await browser.call(buildBinder, { params, idempotencyKey: crypto.randomUUID() })
      await refresh(client, productionId)
    } catch (thrown) {
      toast.problem(thrown)
    }
    setAsking(false)
  }
  return (
    <Page
      of={production.data?.title}
      title="Binder"
      width="reading"
      actions={
        <Button kind="accent" icon={<IconBook2 size={16} />} busy={asking || isRunning} onClick={() => void build()}>
          {isRunning ? 'Being built' : 'Build the binder'}
        </Button>
      }
    >
      <Section
        title="Built"
        about="One PDF with contents and page numbers, and the same as a folder tree with tables and a manifest of SHA-256 hashes. What is in it is what you may see."
      >
        <Loaded of={built}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title="No binder yet" small>
                Build one at any time: it takes what is there, and names what is missing.
              </EmptyState>
            ) : (
              <ul className={css.built}>
                {items.map((it) => (
                  <BuiltRow key={it.id} of={it} productionId={productionId} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
      <Loaded of={look}>
        {({ sections, missing }) => (
          <>
            <Section title="Missing" count={missing.length}>
              {missing.length === 0 ? (
                <p>Nothing that is known.</p>
              ) : (
                <ul className={css.missing}>
                  {missing.map((it) => (
                    <li key={`${it.section} ${it.message}`}>
                      <Status is="attention">{it.message}</Status>
                      <small>{it.section}</small>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            <Section title="What it would hold now" count={sections.reduce((sum, it) => sum + it.titles.length, 0)}>
              <div className={css.sections}>
                {sections.map(({ name, titles, tables }) => (
                  <details key={name} className={css.section}>
                    <summary>
                      <b>{name}</b>
                      <small>
                        {[
                          titles.length > 0 ? plural(titles.length, 'paper') : '',
                          tables.length > 0 ? plural(tables.length, 'table') : '',
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </small>
                    </summary>
                    <ol>
                      {[...titles, ...tables.map((title) => `${title}, as a table`)].map((title, at) => (
                        <li key={at}>{title}</li>
                      ))}
                    </ol>
                  </details>
                ))}
              </div>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function BuiltRow({ of: it, productionId }: { of: Binder; productionId: string }) {
  const file = (form: 'pdf' | 'zip') => fillPath(binderFile.path, { productionId, binderId: it.id, form })
  return (
    <li>
      <div>
        <b>
          <MomentText at={it.askedAt} />
        </b>
        {it.state === 'ready' && (
          <small>
            {plural(it.pages ?? 0, 'page')}, {plural(it.files ?? 0, 'file')}
            {it.missing.length > 0 && `, ${plural(it.missing.length, 'item')} missing`}
          </small>
        )}
        {it.state === 'ready' && it.zipSha256 !== null && <small className={css.hash}>SHA-256 {it.zipSha256}</small>}
        {it.state === 'failed' && <Status is="stop">{it.problem ?? 'It could not be built'}</Status>}
        {(it.state === 'queued' || it.state === 'building') && (
          <progress value={it.done} max={it.total ?? 1} aria-label="Papers gathered so far" />
        )}
      </div>
      {it.state === 'ready' ? (
        <span className={css.files}>
          <FileLink href={file('pdf')} icon={<IconDownload size={16} />} label="Save the binder as PDF">
            PDF, {sizeText(it.pdfBytes ?? 0)}
          </FileLink>
          <FileLink href={file('zip')} icon={<IconFileZip size={16} />} label="Save the folder tree">
            Folder tree, {sizeText(it.zipBytes ?? 0)}
          </FileLink>
        </span>
      ) : (
        <small>
          {it.state === 'building'
            ? `${it.done} of ${it.total ?? '…'}`
            : it.state === 'queued'
              ? 'Begins in a moment'
              : ''}
        </small>
      )}
    </li>
  )
}
