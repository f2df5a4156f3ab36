import { expect, test } from 'vitest'
import { missingTexts } from './missing.words.rules.ts'
import { kindIn, partIn } from './paper.words.rules.ts'

test('DO-2 what a paper lacks is asked for once and in words, wherever it stands', () => {
  const missing = [
    { key: 'shoot.day', where: 'In short, line 1' },
    { key: 'house.colour', where: 'line 3' },
    { key: 'shoot.day', where: 'line 2' },
  ]
  expect(missingTexts(missing)).toEqual([
    'The day of the shoot is not known (In short, line 1; line 2). Give it under Edit.',
    '“house.colour” is not known (line 3). Fill it in on the record, or write it under Wording.',
  ])
})

test('DO-2 a German paper says in German what it is and as what people sign; an office’s own part stays', () => {
  expect([kindIn('de', 'nda'), kindIn('en', 'nda')]).toEqual([
    'Vertraulichkeitsvereinbarung',
    'Non-disclosure agreement',
  ])
  expect(['Person filmed', 'Harbour master'].map((it) => partIn('de', it))).toEqual([
    'Gefilmte Person',
    'Harbour master',
  ])
})
