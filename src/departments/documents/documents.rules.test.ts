import { describe, expect, test } from 'vitest'
import { classesFor, standing, type Reader, type ReadingRule } from './documentAccess.rules.ts'
import { closesRing, pathOf } from './folder.rules.ts'
import { delivery, known, titleOf } from './kind.rules.ts'
import { foldedText, snippet, textQuery, vocabulary, wordsOf } from './words.rules.ts'

const rule = (more: Partial<ReadingRule> = {}): ReadingRule => ({
  code: 'script',
  readers: ['producer', 'crew'],
  isListed: true,
  needsNda: true,
  ndaExempt: ['producer'],
  ...more,
})
const nobodySpecial = { isOwn: false, isGranted: false, hasNda: false }

describe('who opens a document', () => {
  test.each([
    ['a reader who is exempt opens it', 'producer', {}, {}, 'open'],
    ['a reader agrees to the terms first', 'crew', {}, {}, 'terms'],
    ['and opens it once they have', 'crew', { hasNda: true }, {}, 'open'],
    ['a stranger to the class sees a listed name and may ask', 'client', {}, {}, 'ask'],
    ['an unlisted class is not there for them', 'client', {}, { isListed: false }, 'hidden'],
    ['who was let in still agrees to the terms', 'client', { isGranted: true }, {}, 'terms'],
    ['who was let in opens what needs no terms', 'client', { isGranted: true }, { needsNda: false }, 'open'],
    ['whoever put it there keeps seeing it', 'vendor', { isOwn: true }, { isListed: false }, 'open'],
    ['a guest with a link is nobody by themselves', 'link', {}, { isListed: false }, 'hidden'],
    ['the office at its own work opens everything', 'system', {}, { readers: [], isListed: false }, 'open'],
  ] as const)('DO-12 %s', (_, reader, reading, different, is) =>
    expect(
      standing(rule(different as Partial<ReadingRule>), { reader: reader as Reader, ...nobodySpecial, ...reading }),
    ).toBe(is),
  )

  test('DO-12 classes are told apart by what opens and what is only listed', () => {
    const rules = [rule(), rule({ code: 'personal', readers: ['producer'], isListed: false })]
    expect(classesFor(rules, 'client')).toEqual({ read: [], listed: ['script'] })
    expect(classesFor(rules, 'producer')).toEqual({ read: ['script', 'personal'], listed: ['script', 'personal'] })
  })
})

describe('what a file is', () => {
  test.each([
    ['a PDF', 'application/pdf', undefined, 'a.pdf', 'pdf', false],
    ['a program that calls itself a PDF', 'application/x-msdownload', undefined, 'a.pdf', 'program', true],
    ['an SVG that calls itself a picture', undefined, '<svg xmlns="x"><script/></svg>', 'a.png', 'markup', true],
    ['an SVG behind an XML head', 'application/xml', '<?xml version="1.0"?><svg >', 'a.svg', 'markup', false],
    ['a page that calls itself text', undefined, 'Hello <html><script>', 'a.txt', 'markup', true],
    ['a script in Fountain', undefined, 'INT. KITCHEN - DAY', 'a.fountain', 'script', false],
    ['a script of Final Draft', 'application/xml', '<?xml version="1.0"?>\n<FinalDraft >', 'a.fdx', 'script', false],
    ['plain text', undefined, 'Bring boots.', 'a.txt', 'text', false],
    ['a shell script that calls itself a list', undefined, '#!/bin/sh\nrm', 'a.csv', 'program', true],
    ['bytes without a signature', undefined, undefined, 'a.dat', 'other', false],
  ])('%s', (_, mediaType, opening, name, kind, isDisguised) =>
    expect(known(mediaType, opening, name)).toMatchObject({ kind, isDisguised }),
  )

  test.each([
    ['image/svg+xml', 'markup', false],
    ['text/html', 'markup', false],
    ['application/x-msdownload', 'program', false],
    ['image/tiff', 'picture', false],
    ['application/pdf', 'pdf', true],
    ['image/png', 'picture', true],
  ] as const)('%s is shown by a browser: %s, %s', (mediaType, kind, mayShow) => {
    const sent = delivery({ kind, mediaType })
    expect(sent.mayShow).toBe(mayShow)
    if (!mayShow) expect(sent.type).toBe('application/octet-stream')
  })

  test.each([
    ['Recce notes v3.final.pdf', 'Recce notes v3.final'],
    ['.gitignore', '.gitignore'],
    ['README', 'README'],
  ])('%s is called %s', (file, title) => expect(titleOf(file)).toBe(title))
})

describe('words', () => {
  test.each([
    ['Zoë’s Œuvre, 2nd', 'zoes oeuvre 2nd'],
    ['ŁÓDŹ/Straße', 'lodz strasse'],
    ['東京 の夜', '東京 の夜'],
  ])('%s is looked for as %s', (text, is) => expect(foldedText(text)).toBe(is))

  test('a query is every word as the beginning of one, with what it may have been meant for', () => {
    expect(wordsOf('Gaffer’s  KIT kit')).toEqual(['gaffers', 'kit'])
    expect(textQuery(['gaffer', 'kit'])).toBe("'gaffer':* & 'kit':*")
    expect(textQuery(['gafer'], new Map([['gafer', ['gaffer']]]))).toBe("('gafer':* | 'gaffer':*)")
    expect(wordsOf("'; drop | & ! <->")).toEqual(['drop'])
  })

  test('a snippet marks the words in the text as it was written, accents and all', () => {
    const text = `${'Before. '.repeat(40)}Meet Zoë Müller at the Łódź café at dawn. ${'After. '.repeat(60)}`
    const pieces = snippet(text, ['muller', 'cafe'])
    expect(pieces.filter(({ isHit }) => isHit).map((it) => it.text)).toEqual(['Müller', 'café'])
    const whole = pieces.map((it) => it.text).join('')
    expect(whole.startsWith('… ') && whole.endsWith(' …')).toBe(true)
    expect(whole.length).toBeLessThan(400)
    expect(whole).toContain('Zoë Müller at the Łódź café')
  })

  test('a beginning of a word marks the whole word, and the middle of one marks nothing', () => {
    const hits = (text: string, word: string) =>
      snippet(text, [word])
        .filter((it) => it.isHit)
        .map((it) => it.text)
    expect(hits('The gaffers came', 'gaff')).toEqual(['gaffers'])
    expect(hits('The backlot', 'lot')).toEqual([])
  })

  test('the vocabulary holds words, not numbers, and no endless ones', () => {
    expect(vocabulary(`Gaffer 2026 of ${'x'.repeat(60)} gaffer`)).toEqual(['gaffer'])
  })
})

describe('folders', () => {
  const all = [
    { id: 'a', parentId: null, name: 'Locations' },
    { id: 'b', parentId: 'a', name: 'Harbour' },
    { id: 'c', parentId: 'b', name: 'Permits' },
  ]
  test('a folder cannot be moved into itself or what lies in it', () => {
    expect(closesRing(all, 'a', 'c')).toBe(true)
    expect(closesRing(all, 'a', 'a')).toBe(true)
    expect(closesRing(all, 'c', 'a')).toBe(false)
    expect(closesRing(all, 'a', null)).toBe(false)
  })
  test('a path names the folders from the top', () =>
    expect(pathOf(all, 'c')).toEqual(['Locations', 'Harbour', 'Permits']))
})
