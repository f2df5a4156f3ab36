import { describe, expect, test } from 'vitest'
import { useOf } from './usage.rules.ts'

const use = (usageMedia: string, usageTerritory = '', usageMonths: number | null = null) =>
  useOf({ usageMedia, usageTerritory, usageMonths })

describe('CR-21 what a role says of its use becomes the words of a release', () => {
  test.each([
    ['TV, online', ['broadcast', 'online'], []],
    ['Social media and print', ['social', 'print'], []],
    ['tv / television', ['broadcast'], []],
    ['All media', [], []],
    ['', [], ['The role does not say in which media it is used.']],
    ['TV, holograms', ['broadcast'], ['“holograms” is no medium a release knows.']],
  ])('%j', (text, media, unclear) => {
    expect(use(text)).toMatchObject({ use: { media }, unclear })
  })

  test.each([
    ['Worldwide', []],
    ['UK and Ireland', ['UK', 'Ireland']],
    ['DE, AT, CH', ['DE', 'AT', 'CH']],
  ])('territory %j', (text, territory) => expect(use('TV', text, 12).use).toMatchObject({ territory, termMonths: 12 }))
})
