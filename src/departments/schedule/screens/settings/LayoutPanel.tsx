import { browser } from '../../../../client/react.ts'
import { RowPanel } from '../../../../ui/RowPanel.tsx'
import { archiveLayout, type StripLayout } from '../../layout.contract.ts'
import { shapeText } from '../../layout.rules.ts'
import { LayoutDialog } from './LayoutDialog.tsx'
import { LayoutSample } from './LayoutSample.tsx'

interface LayoutPanelProps {
  of: StripLayout
  mayChange: boolean
  onClose: () => void
}

/** One layout: how strips look in it, and what can be done with it. */
export function LayoutPanel({ of: it, ...panel }: LayoutPanelProps) {
  const { upperLine, lowerLine, height } = shapeText(it.shape)
  return (
    <RowPanel
      of={it}
      {...panel}
      change="Change"
      facts={[
        ['Upper line', upperLine],
        ['Lower line', lowerLine || 'none'],
        ['Height', String(height)],
      ]}
      asOf={it.dated}
      dialog={(edit) => <LayoutDialog {...edit} />}
      archive={{
        isArchived: it.isArchived,
        put: (archived, ifMatch) =>
          browser.call(archiveLayout, { params: { layoutId: it.id }, ifMatch, body: { archived } }),
        inUse: it.boards > 0 && 'Boards that show it keep it.',
      }}
    >
      <LayoutSample of={it.shape} />
    </RowPanel>
  )
}
