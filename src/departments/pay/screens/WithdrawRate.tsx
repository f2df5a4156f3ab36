import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refresh } from '../../../client/react.ts'
import { TextButton } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { Rate } from '../rate.contract.ts'
import type { Holder } from './holder.ts'

/** Takes out a rate that was never right; it can be put back at once. */
export function WithdrawRate({ holder, rate }: { holder: Holder; rate: Rate }) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const put = async ({ withdrawn, version }: { withdrawn: boolean; version: number }) => {
    setBusy(true)
    try {
      const saved = await holder.withdraw(rate.id, version, withdrawn)
      await refresh(client, null)
      if (withdrawn)
        toast.done(`The rate for ${rate.position} is taken out`, {
          undo: () => void put({ withdrawn: false, version: saved.version }),
        })
    } catch (fault) {
      toast.problem(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <TextButton disabled={busy} onClick={() => void put({ withdrawn: true, version: rate.version })}>
      Take out
    </TextButton>
  )
}
