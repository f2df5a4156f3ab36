import {
  IconAlertSquareRounded,
  IconArmchair,
  IconBox,
  IconBrush,
  IconCamera,
  IconCar,
  IconCrane,
  IconDeviceSpeaker,
  IconDots,
  IconFlame,
  IconHelmet,
  IconLetterT,
  IconMusic,
  IconNote,
  IconPackage,
  IconPalette,
  IconPaw,
  IconPlant2,
  IconShield,
  IconShirt,
  IconSparkles,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import css from './CategoryIcon.module.css'

const icons = {
  user: IconUser,
  users: IconUsers,
  alert: IconAlertSquareRounded,
  car: IconCar,
  box: IconBox,
  package: IconPackage,
  camera: IconCamera,
  flame: IconFlame,
  shirt: IconShirt,
  brush: IconBrush,
  paw: IconPaw,
  music: IconMusic,
  speaker: IconDeviceSpeaker,
  palette: IconPalette,
  armchair: IconArmchair,
  plant: IconPlant2,
  crane: IconCrane,
  shield: IconShield,
  helmet: IconHelmet,
  sparkles: IconSparkles,
  text: IconLetterT,
  note: IconNote,
  dots: IconDots,
}

/** The small picture of a breakdown category, so that colour is never alone. */
export function CategoryIcon({
  icon,
  colour,
  size = 14,
}: {
  icon: string
  colour?: string | undefined
  size?: number
}) {
  const Icon = icons[icon as keyof typeof icons] ?? IconDots
  return <Icon size={size} stroke={2} aria-hidden className={css.icon} style={{ '--c': colour } as CSSProperties} />
}
