import { expect, test } from 'vitest'
import { readVoices } from './voices.rules.ts'

test('CR-20 voices are read as people write them, and a line without an address stays to be refused', () =>
  expect(
    readVoices('Maya Chen <maya@client.example>\n  Jo Marlowe, jo@agency.example ; sam@client.example\nNobody'),
  ).toEqual([
    { name: 'Maya Chen', email: 'maya@client.example' },
    { name: 'Jo Marlowe', email: 'jo@agency.example' },
    { name: 'sam', email: 'sam@client.example' },
    { name: 'Nobody', email: 'Nobody' },
  ]))
