import { Concern } from '../../kernel/concern.ts'
import type { Standing } from '../Status.tsx'

export interface Member {
  name: string
  position: string
  call: string
  group: string
  is: Standing
  state: string
}

const member = (name: string, position: string, call: string, is: Standing, state: string): Member => ({
  name,
  position,
  call,
  is,
  state,
  group: is === 'go' ? 'Confirmed' : 'Not confirmed',
})

export const crew = [
  member('Bea Lanyon', 'Catering', '06:00', 'waiting', 'not opened'),
  member('Theo Marsh', 'Gaffer', '06:30', 'stop', 'bounced'),
  member('Ruth Lindqvist', '3 Edda', '06:40', 'seen', 'opened 13:05'),
  member('Sami Orr', 'Boom operator', '07:00', 'go', 'confirmed'),
  member('Jo Kessler', 'Make-up', '06:15', 'go', 'confirmed'),
]

const concern = (
  key: string,
  severity: 'blocks' | 'warns' | 'notes',
  message: string,
  causes: string[],
  remedy: string,
) =>
  Concern.parse({
    code: key,
    key,
    severity,
    subject: { kind: 'scene', id: '1', label: '12' },
    message,
    causes,
    remedy,
    onDate: '2026-05-13',
  })

export const concerns = [
  concern(
    'minor',
    'blocks',
    'Pip over his hours',
    ['At work 9:45', 'Allowed 9:30'],
    'Let Pip go by 19:15, or move scene 12.',
  ),
  concern(
    'double',
    'warns',
    'Ada Quill on two jobs',
    ['Last Ferry, day 2', 'Tern Bikes, prep'],
    'Release her from one.',
  ),
  concern('rain', 'notes', 'Rain on an exterior', ['Scene 9, rain to 10:00'], 'Shoot scene 7 first.'),
]
