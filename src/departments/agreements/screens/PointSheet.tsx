import { IconPrinter } from '@tabler/icons-react'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { isRightToLeft, type Language } from '../kinds.rules.ts'
import type { Point } from '../point.contract.ts'
import css from './PointSheet.module.css'

const SCAN: Readonly<Record<Language, string>> = {
  en: 'Scan to read and sign',
  de: 'Zum Lesen und Unterschreiben scannen',
  pl: 'Zeskanuj, aby przeczytać i podpisać',
  ar: 'امسح الرمز للقراءة والتوقيع',
}

/** The code as it is held up on a tablet or hangs on a wall: one page, read from two metres away. */
export function PointSheet({ of: it, onClose }: { of: Point; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={it.label}>
      <div className={css.sheet}>
        <b>{it.label}</b>
        <QrCode text={it.url} label={`Code to sign at ${it.label}`} size={420} />
        {it.languages.map((each) => (
          <p key={each} lang={each} dir={isRightToLeft(each) ? 'rtl' : 'ltr'}>
            {SCAN[each]}
          </p>
        ))}
      </div>
      <DialogActions>
        <Button kind="accent" icon={<IconPrinter size={16} />} onClick={() => globalThis.print()} data-autofocus>
          Print
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  )
}
