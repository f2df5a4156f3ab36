// The desk on its own: says its address on the first line, and closes when whoever started it ends or lets go.
import { once } from 'node:events'
import { openDesk } from './desk.ts'

const desk = await openDesk()
console.log(desk.url)
process.stdin.resume()
await once(process.stdin, 'close')
console.log(await desk.close())
process.exit()
