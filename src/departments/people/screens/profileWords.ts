import type { Level, Measurements, Representation } from '../profile.contract.ts'

export const levelWords: Record<Level, string> = {
  trainee: 'Trainee',
  assistant: 'Assistant',
  experienced: 'Experienced',
  lead: 'Lead',
}

export const representationWords: Record<Representation, string> = {
  direct: 'Write to them',
  agent_copied: 'Write to them, copy the agent',
  agent_first: 'Write to the agent first',
}

export const sizeWords: Record<keyof Measurements, string> = {
  height: 'Height',
  chest: 'Chest or bust',
  waist: 'Waist',
  hips: 'Hips',
  inseam: 'Inside leg',
  collar: 'Collar',
  dress: 'Dress or suit',
  shoe: 'Shoe',
  hat: 'Hat',
  glove: 'Glove',
  hair: 'Hair',
  eyes: 'Eyes',
}
