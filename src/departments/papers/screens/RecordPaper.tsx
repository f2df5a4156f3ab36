import { useState } from 'react'
import { useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { CoverageRows, coverageDraft, coveragesOf } from '../../../ui/CoverageRows.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { recordPaper, type PaperKind } from '../papers.contract.ts'
import css from './Papers.module.css'

interface RecordPaperProps {
  productionId: string
  engagementId: string
  kinds: readonly PaperKind[]
}

/** A paper the office has in hand: on file at once, without asking. */
export function RecordPaper({ productionId, engagementId, kinds }: RecordPaperProps) {
  const record = useChange(recordPaper)
  const [kindId, setKind] = useState<string | null>(null)
  const [ends, setEnds] = useState<string | null>(null)
  const [file, setFile] = useState<{ fileId: string; name: string }>()
  const [endorsements, setEndorsements] = useState<string[]>([])
  const [coverages, setCoverages] = useState([coverageDraft])
  const kind = kinds.find(({ id }) => id === kindId)
  const press = () =>
    record.mutate(
      {
        params: { productionId },
        idempotencyKey: crypto.randomUUID(),
        body: {
          kindId: kindId as never,
          engagementId,
          fileId: file?.fileId ?? null,
          endorsementIds: kind?.isInsurance ? endorsements : [],
          expiresOn: kind?.expires ? ends : null,
          coverages: kind?.isInsurance ? coveragesOf(coverages) : [],
        },
      },
      {
        onError: toast.problem,
        onSuccess: () => {
          toast.done(`${kind?.name ?? 'The paper'} is on file`)
          setKind(null)
          setEnds(null)
          setFile(undefined)
          setEndorsements([])
          setCoverages([coverageDraft])
        },
      },
    )
  return (
    <Section title="Put a paper on file">
      <div className={css.review}>
        <SelectField
          label="Kind"
          clearable
          choices={kinds.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={kindId}
          onChange={setKind}
        />
        {kind && (
          <>
            {kind.expires && <DateField label="Good until" value={ends} onChange={setEnds} />}
            {kind.isInsurance && <CoverageRows value={coverages} onChange={setCoverages} />}
            <FileDrop
              label={file?.name ?? 'PDF, or a photograph of it'}
              accept="application/pdf,image/*"
              onUploaded={setFile}
            />
            {kind.isInsurance && (
              <FileDrop
                label={
                  endorsements.length > 0
                    ? `${endorsements.length} endorsed`
                    : 'The endorsement that names the additional insured'
                }
                accept="application/pdf,image/*"
                multiple
                onUploaded={({ fileId }) => setEndorsements((before) => [...before, fileId])}
              />
            )}
            <div className={css.acts}>
              <Button busy={record.isPending} onClick={press}>
                Put on file
              </Button>
            </div>
          </>
        )}
      </div>
    </Section>
  )
}
