import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Weights the templates use, one folder each: loading every weight of the two Han families would cost 200 MB for ink nobody sees.
 * The packages carry TTF, which Typst needs; the web app's own woff2 files cannot serve here.
 */
const families: Record<string, readonly string[]> = {
  inter: ['400Regular', '500Medium', '600SemiBold', '700Bold', '800ExtraBold'],
  'courier-prime': ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'],
  'noto-sans': ['400Regular', '700Bold'],
  'noto-sans-arabic': ['400Regular', '700Bold'],
  'noto-sans-jp': ['400Regular', '700Bold'],
  'noto-sans-sc': ['400Regular', '700Bold'],
}

/** Folders with the font files every paper is set in. */
export function paperFontDirs(): string[] {
  const require = createRequire(import.meta.url)
  return Object.entries(families).flatMap(([family, weights]) => {
    const root = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`))
    return weights.map((weight) => join(root, weight))
  })
}
