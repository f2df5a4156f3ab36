import { expect, test } from 'vitest'
import type { PlainDay } from '../../../kernel/time.ts'
import { daysToFill } from './needs.draft.rules.ts'

const [thu, fri, sat] = ['2026-12-10', '2026-12-11', '2026-12-12'] as PlainDay[] as [PlainDay, PlainDay, PlainDay]
const days = [thu, fri, sat].map((onDate, at) => ({ onDate, label: `Day ${at + 1}`, isShoot: onDate !== sat }))

test.each([
  ['what is open of it', { open: [[fri]], dates: [thu, fri] }, [fri]],
  ['its own days', { open: [], dates: [sat] }, [sat]],
  ['every shoot day, where it names none', { open: [], dates: [] }, [thu, fri]],
])('CR-9 somebody is sought for %s', (_, need, sought) => expect(daysToFill(need, days)).toEqual(sought))
