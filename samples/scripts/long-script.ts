/**
 * Writes the long sample: a serial mystery of 180 scenes and about 120 pages, the same every time it is run.
 *
 *   node_modules/.bin/node samples/scripts/long-script.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFountain } from '../../src/departments/script/formats/fountainReader.ts'
import { writeFdx } from '../../src/departments/script/formats/fdxWriter.ts'
import type { Set } from "./long-script.words.ts"
import { actions, answers, errands, finds, openings, people, questions, sequences } from './long-script.words.ts'

/** A small generator with a fixed seed: the story must not depend on the day it is written. */
let state = 20_260_501
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const used = new Map<readonly string[], number[]>()

/** Every line of a bank is used before one comes again. */
function pick(bank: readonly string[]): string {
  let left = used.get(bank)
  if (!left || left.length === 0) used.set(bank, (left = bank.map((_, at) => at)))
  return bank[left.splice(random(left.length), 1)[0]!]!
}

const pickSet = (sets: readonly Set[]): Set => sets[random(sets.length)]!

const everyone = people.map(({ name }) => name)
/** Somebody to talk about who is not in the room. */
const pickOther = (cast: readonly string[]): string => {
  const others = everyone.filter((name) => !cast.includes(name))
  return others[random(others.length)]!
}

const times = ['DAY', 'DAY', 'NIGHT', 'EVENING', 'MORNING', 'DAWN', 'CONTINUOUS', 'LATER']
const introduced = new Set<string>()

const filled = (line: string, who: readonly string[], set: string, object: string) =>
  line
    .replaceAll('{a}', who[0]!)
    .replaceAll('{b}', who[1] ?? who[0]!)
    .replaceAll('{set}', set.toLowerCase())
    .replaceAll('{thing}', object)

const capital = (line: string) => line.charAt(0).toUpperCase() + line.slice(1)

function named(name: string): string {
  if (introduced.has(name)) return capitalised(name)
  introduced.add(name)
  const { age, is } = people.find((one) => one.name === name)!
  return `${name} (${age}), ${is},`
}
const capitalised = (name: string) => name.charAt(0) + name.slice(1).toLowerCase()

function paragraph(bank: readonly string[], who: readonly string[], set: string, object: string, sentences: number): string {
  const lines = Array.from({ length: sentences }, () => capital(filled(pick(bank), who.map(capitalised), set, object)))
  return lines.join(' ')
}

function speech(name: string, line: string, remark: string): string {
  return [name + remark, ...(random(5) === 0 ? [`(${pick(['after a moment', 'quietly', 'not looking up', 'to the door', 'almost smiling'])})`] : []), line].join('\n')
}

function scene(number: number): string {
  const sequence = sequences[Math.floor((number - 1) / 15)]!
  const set = pickSet(sequence.sets)
  const cast = [pick(sequence.cast), pick(sequence.cast)].filter((name, at, all) => all.indexOf(name) === at)
  const object = pick(finds)
  const time = number % 15 === 1 ? 'DAY' : times[random(times.length)]!
  const heading = `${set.inside ? 'INT' : 'EXT'}. ${set.name} - ${time} #${number}#`
  const shown = cast.map(named)
  const opening = capital(filled(pick(openings), shown, set.name, object))
  const parts = [heading, opening]
  const exchanges = 2 + random(number % 3 === 0 ? 4 : 3)
  for (let turn = 0; turn < exchanges; turn += 1) {
    const [one, other] = [cast[0]!, cast.at(-1)!]
    const third = capitalised(pickOther(cast))
    parts.push(speech(one, filled(pick(turn === 0 ? errands : questions), [third], set.name, object), ''))
    if (other !== one) parts.push(speech(other, filled(pick(answers), [third], set.name, object), random(9) === 0 ? ' (O.S.)' : ''))
    if (random(2) === 0) parts.push(paragraph(actions, cast, set.name, object, 1 + random(3)))
  }
  parts.push(paragraph(actions, cast, set.name, object, 1 + random(2)))
  if (number % 15 === 0) parts.push('CUT TO:')
  return parts.join('\n\n')
}

const parts = ['Title: The Tide Tables', 'Credit: Written for', 'Author: the Unitbase samples', 'Draft date: 1 May 2026', '', 'FADE IN:', '']
for (const [at, { title, summary }] of sequences.entries()) {
  parts.push(`# ${title}`, '', `= ${summary}`, '')
  for (let number = at * 15 + 1; number <= at * 15 + 15; number += 1) parts.push(scene(number), '')
}
parts.push('> FADE OUT.')
const fountain = `${parts.join('\n')}\n`
writeFileSync(join(import.meta.dirname, 'the-tide-tables.fountain'), fountain)
writeFileSync(join(import.meta.dirname, 'the-tide-tables.fdx'), writeFdx(readFountain(fountain)))
