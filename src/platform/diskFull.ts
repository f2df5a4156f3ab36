/** No space, or no more of it for us, as the operating system and PostgreSQL say it. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', '53100'])

export const diskFullWords =
  'Nothing was saved, and nothing is lost: what you sent is still with you. Whoever runs the office makes room, then send it again.'

/** Whether something failed for want of room, itself or by what caused it. */
export function isDiskFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  return NO_ROOM.has(String((fault as { code?: unknown }).code)) || isDiskFull(fault.cause)
}
