import type { z } from 'zod'

/** The schema of what a contract takes, for a form over it. @throws where the contract takes no body */
export function bodyOf<B extends z.ZodType>(contract: { readonly body?: B | undefined }): B {
  if (!contract.body) throw new Error('This route takes no body.')
  return contract.body
}
