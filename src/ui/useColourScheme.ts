import { useMantineColorScheme } from '@mantine/core'

type ColourScheme = 'light' | 'dark' | 'auto'

/** Light, dark, or as the device has it; kept in this browser. */
export function useColourScheme(): [ColourScheme, (next: ColourScheme) => void] {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return [colorScheme, setColorScheme]
}
