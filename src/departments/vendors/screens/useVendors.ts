import type { z } from 'zod'
import { usePages } from '../../../client/pages.ts'
import { listVendors, type VendorQuery } from '../vendor.contract.ts'

export const useVendors = (query: z.input<typeof VendorQuery>) =>
  usePages(listVendors, {
    query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')),
  })
