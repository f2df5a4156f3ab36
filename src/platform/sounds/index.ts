export { soundOf, type Sound } from './sound.ts'
