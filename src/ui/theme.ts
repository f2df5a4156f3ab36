import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Daylight, 5600 K: the one colour of things that can be pressed. Shade 6 fills buttons in both themes, under white text. */
const daylight: MantineColorsTuple = [
  '#e8effd',
  '#cfdefb',
  '#a9c4f8',
  '#7fa7f4',
  '#5a8cf0',
  '#3b75ed',
  '#2563eb',
  '#1d54d0',
  '#1846b0',
  '#123690',
]

const compact = { defaultProps: { size: 'sm' } }
const chosen = { defaultProps: { size: 'sm', withAlignedLabels: true } }

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--script)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  colors: { daylight },
  primaryColor: 'daylight',
  primaryShade: 6,
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '26px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  components: {
    Input: compact,
    TextInput: compact,
    Select: chosen,
    MultiSelect: chosen,
    NumberInput: compact,
    Textarea: compact,
    PasswordInput: compact,
    Modal: {
      defaultProps: { padding: 20, transitionProps: { duration: 100 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md', position: 'bottom-start' } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
  },
})

const toTokens = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--daylight)',
  '--mantine-color-error': 'var(--stop)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--desk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--desk)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-shadow-md': 'var(--float)',
  '--mantine-shadow-xl': 'var(--float)',
  '--input-bd': 'var(--control-line)',
}

/** Mantine's own variables read our tokens, so one change of theme attribute turns everything. */
export const tokensForMantine: CSSVariablesResolver = () => ({ variables: {}, light: toTokens, dark: toTokens })
