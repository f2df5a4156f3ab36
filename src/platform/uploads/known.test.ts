import { expect, test } from 'vitest'
import { knownBytes } from './known.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['a photograph', '\xff\xd8\xff\xe0\0\x10JFIF', 'photo', 'image/jpeg'],
  ['a film from a phone', '\0\0\0\x14ftypqt  ', 'video', 'video/quicktime'],
  ['a film', '\0\0\0\x20ftypisom', 'video', 'video/mp4'],
  ['a film from a browser', '\x1a\x45\xdf\xa3\x9f', 'video', 'video/webm'],
  ['a recording from a phone', '\0\0\0\x20ftypM4A ', 'audio', 'audio/mp4'],
  ['a paper', '%PDF-1.7', 'paper', 'application/pdf'],
])('CR-24 %s is known by its content', (_, text, kind, mediaType) =>
  expect(knownBytes(bytes(text))).toEqual({ kind, mediaType }),
)

test.each([
  ['a page', '<!doctype html><script>1</script>'],
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['a program', 'MZ\x90\0'],
  ['an archive', 'PK\x03\x04'],
  ['nothing', ''],
])('CR-24 %s is not taken, whatever it calls itself', (_, text) => expect(knownBytes(bytes(text))).toBeUndefined())
