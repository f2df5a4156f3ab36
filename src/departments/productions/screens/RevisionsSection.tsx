import { z } from 'zod'
import { browser, useAsk, useChange } from '../../../client/react.ts'
import { Button } from '../../../ui/Button.tsx'
import { ColourListField } from '../../../ui/ColourListField.tsx'
import { Form } from '../../../ui/Form.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useForm } from '../../../ui/useForm.ts'
import { changeProduction, getProduction, ProductionChange, type Production } from '../production.contract.ts'
import { getRevisionColours } from '../revisioncolours.contract.ts'
import { wrongColours } from '../revisioncolours.rules.ts'

type Colours = Production['revisionColours']

const isSame = (a: Colours, b: Colours): boolean => JSON.stringify(a) === JSON.stringify(b)
const inOrder = (colours: Colours): string => colours.map(({ name }) => name).join(', ')

/** The order this production prints its revisions in: the office's when it began, and its own from then on. */
export function RevisionsSection({ production }: { production: Production }) {
  const office = useAsk(getRevisionColours).data
  const change = useChange(changeProduction)
  const params = { productionId: production.id }
  const put = (revisionColours: Colours, ifMatch: number) =>
    change.mutateAsync({ params, body: { revisionColours }, ifMatch })
  const form = useForm({
    schema: z.object({ colours: ProductionChange.shape.revisionColours.unwrap() }),
    initial: { colours: production.revisionColours },
    save: async ({ colours }, version = production.version) => {
      const before = production.revisionColours
      const saved = await put(colours, version)
      toast.done('Revisions print in this order', {
        undo: () => void put(before, saved.version).catch(toast.problem),
      })
    },
    shared: {
      subject: 'the revision colours',
      version: production.version,
      read: async () => {
        const theirs = await browser.call(getProduction, { params })
        return { draft: { colours: theirs.revisionColours }, version: theirs.version }
      },
      words: { colours: { word: 'Order', say: inOrder } },
    },
  })
  const { colours } = form.draft
  const isOffices = office !== undefined && isSame(colours, office.colours)
  const wrong = wrongColours(colours.filter(({ hex }) => /^#[0-9a-f]{6}$/i.test(hex)))
  return (
    <Section
      title="Revision colours"
      about={
        isOffices
          ? 'The office’s order. What was issued keeps the colour it was issued in.'
          : 'An order of its own. What was issued keeps the colour it was issued in.'
      }
    >
      <div style={{ paddingTop: 10, maxWidth: 640 }}>
        <Form
          of={form}
          action="Save the order"
          isWide
          {...(form.changed && { onCancel: () => form.reset() })}
          aside={
            office &&
            !isOffices && (
              <Button kind="quiet" onClick={() => form.change({ colours: office.colours })}>
                As the office
              </Button>
            )
          }
        >
          <ColourListField
            label="Revision colours"
            {...form.field('colours')}
            error={wrong.length > 0 ? wrong.join(' ') : form.errors['colours']}
          />
        </Form>
      </div>
    </Section>
  )
}
