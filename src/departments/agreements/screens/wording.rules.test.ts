import { describe, expect, test } from 'vitest'
import { wordingFault, writtenTexts } from './wording.rules.ts'

const memo = { title: 'Deal memo', short: '', body: 'Text' }

describe('DO-2 the wording of a template', () => {
  test('a language only looked at is left out, a text without a title is not lost', () => {
    const looked = { title: '', short: ' ', body: '' }
    const untitled = { title: '', short: '', body: 'Vertrag' }
    expect(writtenTexts({ en: memo, pl: looked, de: untitled })).toEqual({ en: memo, de: untitled })
  })

  test('what is wrong names its language', () => {
    const texts = { en: memo, de: { title: '', short: '', body: 'Vertrag' } }
    expect(wordingFault(texts, 'Give the paper a title.')).toBe('Deutsch: Give the paper a title.')
    expect(wordingFault({}, 'Write it in one language at least.')).toBe('Write it in one language at least.')
    expect(wordingFault(texts, undefined)).toBeUndefined()
  })
})
