import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldRow } from '../../../ui/Form.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { forgetQuoteTemplate, listQuoteTemplates, type QuoteTemplate } from '../quotes/template.contract.ts'

interface BeginFromProps {
  productionId: string
  onTake: (template: QuoteTemplate) => void
}

/** The requests the office keeps, to begin from; nothing while it keeps none. */
export function BeginFrom({ productionId, onTake }: BeginFromProps) {
  const params = { productionId }
  const items = useAsk(listQuoteTemplates, { params }).data?.items ?? []
  const forget = useChange(forgetQuoteTemplate)
  const [taken, setTaken] = useState<string | null>(null)
  const chosen = items.find(({ id }) => id === taken)
  if (items.length === 0) return null
  return (
    <>
      <FieldRow>
        <SelectField
          label="Begin from"
          clearable
          placeholder="A request kept before"
          choices={items.map(({ id, name, lines }) => ({
            value: id as string,
            label: `${name}, ${lines.length === 1 ? 'one line' : `${lines.length} lines`}`,
          }))}
          value={chosen?.id ?? null}
          onChange={(next) => {
            setTaken(next)
            const template = items.find(({ id }) => id === next)
            if (template) onTake(template)
          }}
        />
      </FieldRow>
      {chosen && (
        <div>
          <Button
            size="small"
            kind="quiet"
            busy={forget.isPending}
            onClick={() =>
              forget.mutate(
                { params: { productionId, templateId: chosen.id } },
                { onError: toast.problem, onSuccess: () => toast.done(`${chosen.name} is kept no longer`) },
              )
            }
          >
            Keep {chosen.name} no longer
          </Button>
        </div>
      )}
    </>
  )
}
