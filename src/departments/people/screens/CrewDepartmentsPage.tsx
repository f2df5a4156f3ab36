import { useAsk } from '../../../client/react.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SettingsPage } from '../../../ui/SettingsPage.tsx'
import { readCrewDepartments } from '../crewDepartment.contract.ts'
import { CrewDepartmentsForm } from './CrewDepartmentsForm.tsx'

/** Departments and positions, in the order of crew lists and call sheets. */
export function CrewDepartmentsPage() {
  const asked = useAsk(readCrewDepartments)
  return (
    <SettingsPage title="Departments" shipped="crew-departments">
      <Loaded of={asked}>
        {(saved) => (
          <Section
            title="Order"
            count={saved.items.length}
            about="As they stand on crew lists and call sheets. Everybody is called by the minutes of their department, unless a person or a sheet says otherwise; before call is negative."
          >
            <CrewDepartmentsForm saved={saved} />
          </Section>
        )}
      </Loaded>
    </SettingsPage>
  )
}
