import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isPale } from './index.ts'

const box = (background: string) =>
  sharp({ create: { width: 60, height: 20, channels: 4, background } })
    .png()
    .toBuffer()

test.each([
  ['black', '#000000', false],
  ['a strong red', '#c92a2a', false],
  ['white', '#ffffff', true],
  ['pale yellow', '#fff3b0', true],
  ['nothing but see-through', '#00000000', true],
])('CS-5 a logo of %s on a black-and-white copy', async (_, colour, pale) => {
  expect(await isPale(await box(colour))).toBe(pale)
})
