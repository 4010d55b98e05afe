// Chooses a printer from the list of the machine's, then prints.
import { Stack } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../queries.ts'
import { DialogEnd } from './dialog-end.tsx'
import { Dialog } from './dialog.tsx'
import { PrinterList, usePrinterChoice } from './printer-fields.tsx'
import { Loaded } from './screen.tsx'

export function PrintDialog(props: {
  opened: boolean
  onClose: () => void
  onPrint: (printer: string) => void
  printing: boolean
}) {
  const { t } = useTranslation()
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('common.choosePrinter')}>
      <PrinterChoice onPrint={props.onPrint} printing={props.printing} onClose={props.onClose} />
    </Dialog>
  )
}

function PrinterChoice(props: { onPrint: (printer: string) => void; printing: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const query = useAnswer('printers.list', {})
  const { printer, choose } = usePrinterChoice(query.data?.printers ?? [])
  return (
    <Loaded query={query}>
      {({ printers }) => (
        <Stack>
          <PrinterList printers={printers} chosen={printer?.name ?? null} onChoose={choose} />
          <DialogEnd
            action={t('common.print')}
            leftSection={<IconPrinter size={18} aria-hidden />}
            disabled={printer === null}
            loading={props.printing}
            onAct={() => printer !== null && props.onPrint(printer.name)}
            onCancel={props.onClose}
          />
        </Stack>
      )}
    </Loaded>
  )
}
