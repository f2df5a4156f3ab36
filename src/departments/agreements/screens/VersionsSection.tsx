import { useAsk, useChange } from '../../../client/react.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { approveTemplate, templateHistory, type Template } from '../template.contract.ts'
import css from './Agreements.module.css'
import { ApproveWording } from './ApproveWording.tsx'
import { WrittenText } from './WrittenText.tsx'

interface Props {
  template: Template
  mayApprove: boolean
  /** Something above is not saved yet: what would be approved is not what stands there. */
  isChanged: boolean
  onDone: () => void
}

/** Every version of the wording, and who stands for it. Papers that are out keep the version they went out with. */
export function VersionsSection({ template, mayApprove, isChanged, onDone }: Props) {
  const params = { templateId: template.id }
  const versions = useAsk(templateHistory, { params })
  const approve = useChange(approveTemplate, { onDone })
  return (
    <Section title="Versions" about="Papers that are out keep the version they went out with.">
      <Loaded of={versions}>
        {({ items }) => (
          <ul className={css.history}>
            {items.map((it) => (
              <li key={it.number}>
                <span className={css.muted}>
                  <b>{it.number}</b> · <WrittenText of={it} />
                </span>
                <span>
                  {it.note === '' ? 'Written' : it.note} · {it.writtenBy}
                  {it.approved && <span className={css.muted}> · approved by {it.approved.by}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {template.approved === null && mayApprove && (
        <ApproveWording
          number={template.number}
          isChanged={isChanged}
          busy={approve.isPending}
          onApprove={(by) =>
            approve.mutate({ params, ifMatch: template.version, body: { by } }, { onError: toast.problem })
          }
        />
      )}
    </Section>
  )
}
