import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingsByShelf } from '../../src/ui/navigation.ts'
import type { Place } from '../../src/ui/places.ts'

const departments = new URL('../../src/departments/', import.meta.url)

test('every page of the settings stands on a shelf that says what it is about', async () => {
  const files = globSync('*/screens/places.ts', { cwd: departments })
  const found = await Promise.all(
    files.map(async (file) => ((await import(new URL(file, departments).href)) as { places: Place[] }).places),
  )
  const settings = found.flat().filter(({ group }) => group === 'settings')
  const shelves = settingsByShelf(settings)
  expect(shelves.find(({ shelf }) => shelf === 'More')?.places.map(({ label }) => label)).toBeUndefined()
  expect(shelves.flatMap(({ places }) => places)).toHaveLength(settings.length)
  expect(settings.length).toBeGreaterThan(10)
})
