import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { lazy, Suspense, type ReactNode } from 'react'
import './base.css'
import '@mantine/core/styles.layer.css'
import './fonts.css'
import './tokens.css'
import './mantine.css'
import { theme, tokensForMantine } from './theme.ts'

/** Nothing is said before the page stands: toasts arrive after it. */
const Toasts = lazy(() => import('./Toasts.tsx').then((it) => ({ default: it.Toasts })))

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
      <Suspense>
        <Toasts />
      </Suspense>
      {children}
    </MantineProvider>
  )
}
