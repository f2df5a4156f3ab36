import { useQueryClient } from '@tanstack/react-query'
import { browser, keyOf, refresh, useAsk } from '../../../../client/react.ts'
import { bodyOf } from '../../../../ui/bodyOf.ts'
import { ColourListField, type NamedColour } from '../../../../ui/ColourListField.tsx'
import { DateField } from '../../../../ui/DateField.tsx'
import { FieldRow, Form } from '../../../../ui/Form.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useForm } from '../../../../ui/useForm.ts'
import {
  getRevisionColours,
  setRevisionColours,
  type RevisionColours,
} from '../../../productions/revisioncolours.contract.ts'
import { RevisionList } from './RevisionList.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'
import { useMayChange } from './useMayChange.ts'

interface Draft {
  colours: NamedColour[]
  source: string
  dated: string | null
}

const draftOf = ({ colours, source, dated }: Pick<RevisionColours, 'colours' | 'source' | 'dated'>): Draft => ({
  colours,
  source,
  dated,
})

const namesOf = (colours: readonly NamedColour[]): string => colours.map(({ name, hex }) => `${name} ${hex}`).join(', ')

function RevisionsForm({ of: saved }: { of: RevisionColours }) {
  const client = useQueryClient()
  const send = async (body: Pick<RevisionColours, 'colours' | 'source' | 'dated'>, version: number) => {
    const now = await browser.call(setRevisionColours, { body, ifMatch: version })
    client.setQueryData(keyOf(getRevisionColours), now)
    void refresh(client, null)
    return now
  }
  const form = useForm<Draft, Pick<RevisionColours, 'colours' | 'source' | 'dated'>>({
    schema: bodyOf(setRevisionColours),
    initial: draftOf(saved),
    save: async (body, version = saved.version) => {
      const now = await send(body, version)
      const { colours, source, dated } = saved
      toast.done('New productions print in this order', {
        detail: 'Those that began keep theirs.',
        undo: () => send({ colours, source, dated }, now.version).catch(toast.problem),
      })
    },
    shared: {
      subject: 'the order of revision colours',
      version: saved.version,
      read: async () => {
        const theirs = await browser.call(getRevisionColours)
        return { draft: draftOf(theirs), version: theirs.version }
      },
      words: { colours: { word: 'Colours', say: namesOf }, source: 'Source', dated: 'As of' },
    },
  })
  const { field } = form
  return (
    <Form of={form} action="Save">
      <ColourListField label="Revision colours" {...field('colours')} />
      <FieldRow>
        <TextField label="Source" hint="Whose order this is" required {...field('source')} />
        <DateField label="As of" hint="When it was true" required {...field('dated')} />
      </FieldRow>
    </Form>
  )
}

/** The paper a revision is printed on, in order. A production may have an order of its own. */
export function RevisionsPage() {
  const asked = useAsk(getRevisionColours)
  const mayChange = useMayChange()
  return (
    <SettingsPage title="Revision colours" shipped="revision-colours">
      <Section
        title="Order"
        count={asked.data?.colours.length}
        about="The first is the first issue. Names print beside the band, so a black-and-white copy says the same."
      >
        <Loaded of={asked}>
          {(saved) => (mayChange ? <RevisionsForm of={saved} /> : <RevisionList of={saved.colours} />)}
        </Loaded>
      </Section>
    </SettingsPage>
  )
}
