import { expect, test } from 'vitest'
import type { WorkingTimeProfile } from '../../../productions/profile.contract.ts'
import { penaltyText, profileBody, profileDraft } from './profile.draft.rules.ts'

const mealPenalty = { stepMinutes: 30, amounts: [25, 35], then: 50, currency: 'USD', source: 'US screen performers' }
const profile = { name: 'Ours', mealPenalty } as WorkingTimeProfile

test('CS-5 what a late meal costs is written as it is said, and comes back as it was', () => {
  expect(penaltyText(mealPenalty)).toBe('25, 35, then 50 USD for each 30 min or part')
  expect(profileBody(profileDraft(profile)).mealPenalty).toEqual(mealPenalty)
  const typed = { ...profileDraft(profile), penaltyAmounts: ' 20;  30,40 ', penaltyCurrency: 'gbp' }
  expect(profileBody(typed).mealPenalty).toMatchObject({ amounts: [20, 30, 40], currency: 'GBP' })
  expect(profileBody({ ...typed, penaltyStep: null }).mealPenalty).toBeNull()
  expect(penaltyText(null)).toBe('–')
})
