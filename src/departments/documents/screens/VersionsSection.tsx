import { IconDownload } from '@tabler/icons-react'
import { useChange } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { MomentText } from '../../../ui/DateText.tsx'
import { FileLink } from '../../../ui/FileLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { type DocumentRecord } from '../document.contract.ts'
import { restoreVersion } from '../documentVersion.contract.ts'
import { fileOf } from './addresses.ts'
import css from './DocumentPanel.module.css'
import { sizeText } from './words.ts'

interface VersionsSectionProps {
  productionId: string
  document: DocumentRecord
  mayEdit: boolean
}

/** Every version there was; an old one can be made current again. */
export function VersionsSection({ productionId, document: it, mayEdit }: VersionsSectionProps) {
  const restore = useChange(restoreVersion)
  const make = (number: number, ifMatch: number, done: (version: number) => { undo?: () => void }) =>
    restore.mutate(
      { params: { productionId, documentId: it.id }, body: { number }, ifMatch },
      {
        onError: toast.problem,
        onSuccess: ({ version }) => toast.done(`Version ${number} is current`, done(version)),
      },
    )
  const makeCurrent = (number: number) =>
    make(number, it.version, (version) => ({ undo: () => make(it.number, version, () => ({})) }))
  return (
    <Section title="Versions" count={it.versions.length}>
      <ul className={css.versions}>
        {it.versions.map((each) => (
          <li key={each.number}>
            <span>
              <b>v{each.number}</b> {each.note === '' ? each.fileName : each.note}
            </span>
            <span className={css.ends}>
              {each.number === it.number ? (
                <small>Current</small>
              ) : (
                mayEdit && <TextButton onClick={() => makeCurrent(each.number)}>Make current</TextButton>
              )}
              <FileLink
                href={fileOf({ productionId, documentId: it.id, number: each.number })}
                label={`Save version ${each.number}`}
                size="small"
                icon={<IconDownload size={14} />}
              >
                {sizeText(each.sizeBytes)}
              </FileLink>
            </span>
            <small>
              {each.addedBy}, <MomentText at={each.addedAt} />
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
