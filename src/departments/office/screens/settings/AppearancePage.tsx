import { Section } from '../../../../ui/Section.tsx'
import { Segmented } from '../../../../ui/Tabs.tsx'
import { useColourScheme } from '../../../../ui/useColourScheme.ts'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the device' },
] as const

/** How the app looks on this device. */
export function AppearancePage() {
  const [scheme, setScheme] = useColourScheme()
  return (
    <SettingsPage title="Appearance">
      <Section
        title="Light or dark"
        about="Kept on this device. Strips and revision colours stay as they are on paper."
      >
        <Segmented label="Light or dark" options={schemes} value={scheme} onChange={setScheme} />
      </Section>
    </SettingsPage>
  )
}
