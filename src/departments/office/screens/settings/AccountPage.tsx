import { useAsk } from '../../../../client/react.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { getMe } from '../../office.contract.ts'
import { CodeSection } from './CodeSection.tsx'
import { PasskeysSection } from './PasskeysSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import { SettingsPage } from '../../../../ui/SettingsPage.tsx'

/** How one gets in, and where one is in already. */
export function AccountPage() {
  const asked = useAsk(getMe)
  return (
    <SettingsPage title="My account" summary={asked.data?.email}>
      <Loaded of={asked}>
        {(me) => (
          <>
            <PasswordSection />
            <CodeSection on={me.hasTwoFactor} />
            <PasskeysSection />
            <SessionsSection />
          </>
        )}
      </Loaded>
    </SettingsPage>
  )
}
