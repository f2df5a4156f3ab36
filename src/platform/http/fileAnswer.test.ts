import { expect, test } from 'vitest'
import { fileAnswer } from './fileAnswer.ts'

test.each([
  ['a plain name', 'HLT_Budget (2).pdf', 'filename="HLT_Budget (2).pdf"'],
  ['accents', 'Café.pdf', 'filename="Cafe.pdf"'],
  ['letters a header cannot carry', 'Київ.pdf', 'filename="____.pdf"; filename*=UTF-8\'\'%D0%9A%D0%B8%D1%97%D0%B2.pdf'],
  ['what would end the name', 'a"; b\n.pdf', 'filename="a__ b_.pdf"'],
])('a file is answered under its name: %s', (_, name, header) => {
  const answer = fileAnswer('', { type: 'application/pdf', name, inline: true })
  expect(answer.headers.get('content-disposition')).toContain(header)
  expect(answer.headers.get('content-disposition')).toMatch(/^inline; /)
})
