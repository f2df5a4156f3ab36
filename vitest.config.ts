import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts whole offices takes longest: first, so that none is left at the end with one core idle beside it. */
class OfficesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isOffice = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/operations/')
    return [...sorted.filter(isOffice), ...sorted.filter((it) => !isOffice(it))]
  }
}

/**
 * Two cores are the measure (README): two files at a time, each file with a database of its own. Files of one worker share
 * what they import, since loading the house took a third of the time of the whole run; a test keeps no state in a module.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    sequence: { sequencer: OfficesFirst },
    globalSetup: ['tests/support/cluster.ts'],
    testTimeout: 60_000, // a machine that does other things beside must not look like a fault
    hookTimeout: 120_000, // the sample office is loaded in some, beside two other files
    expect: { poll: { timeout: 30_000 } }, // what is waited for comes later on a busy machine, not never
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'office',
          include: ['{src,tests,bench,scripts,db}/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          // Journeys run beside the office's tests (scripts/test.mjs): one browser at a time is what two cores carry.
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
