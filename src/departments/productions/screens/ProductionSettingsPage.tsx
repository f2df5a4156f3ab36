import { useState } from 'react'
import { useAsk, useChange } from '../../../client/react.ts'
import { useGo, useParam } from '../../../ui/address.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Section } from '../../../ui/Section.tsx'
import { toast } from '../../../ui/toast.tsx'
import { archiveProduction, getProduction, type Production } from '../production.contract.ts'
import { CalendarSection } from './CalendarSection.tsx'
import { MembersSection } from './MembersSection.tsx'
import { ProductionForm } from './ProductionForm.tsx'
import { RevisionsSection } from './RevisionsSection.tsx'

function Archive({ production }: { production: Production }) {
  const [asking, setAsking] = useState(false)
  const go = useGo()
  const archived = production.archivedAt !== null
  const archive = useChange(archiveProduction, {
    onDone: () => {
      toast.done(archived ? `${production.title} is back` : `${production.title} is put away`)
      setAsking(false)
      if (!archived) go('/productions')
    },
  })
  const put = () =>
    archive.mutate(
      { params: { productionId: production.id }, body: { archived: !archived }, ifMatch: production.version },
      { onError: toast.problem },
    )
  return (
    <Section title="Archive" about="Nothing of it is lost: it leaves the lists, and can be taken out again.">
      <Button busy={archive.isPending} onClick={archived ? put : () => setAsking(true)}>
        {archived ? 'Take it out again' : 'Put this production away'}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Put ${production.title} away?`}
        action="Put away"
        busy={archive.isPending}
        onConfirm={put}
      >
        It leaves Today and the navigation. You find it under Productions, Archived.
      </ConfirmDialog>
    </Section>
  )
}

/** Everything people set about a production, and who may come in. */
export function ProductionSettingsPage() {
  const productionId = useParam('productionId')
  const asked = useAsk(getProduction, { params: { productionId } })
  return (
    <Page of={asked.data?.title} title="Dates and details" width="reading">
      <Loaded of={asked}>
        {(production) => (
          <>
            <Section title="Details">
              <ProductionForm production={production} />
            </Section>
            <CalendarSection productionId={production.id} />
            {production.can.includes('production.edit') && <RevisionsSection production={production} />}
            {production.can.includes('production.members') && <MembersSection productionId={production.id} />}
            <Archive production={production} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
