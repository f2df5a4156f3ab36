import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './fonts.css'
import './tokens.css'
import './base.css'
import './mantine.css'
import { theme, tokensForMantine } from './theme.ts'

const colourScheme = localStorageColorSchemeManager({ key: 'unitbase-colour-scheme' })

/** Theme, fonts and toasts: what every page of ours needs, inside or outside the shell. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokensForMantine}
      colorSchemeManager={colourScheme}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-right" limit={4} containerWidth={420} zIndex={500} />
      {children}
    </MantineProvider>
  )
}
