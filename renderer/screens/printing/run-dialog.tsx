// Before a run: which printer, how many copies, which sides and tray.
import { Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CallRequest } from '../../../shared/ipc/contract.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { PrinterFields, usePrinterChoice } from '../../parts/printer-fields.tsx'
import { Loaded } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'

export function RunDialog(props: {
  ids: readonly string[]
  onStart: (request: CallRequest<'notices.printRun'>) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const query = useAnswer('printers.list', {})
  const choice = usePrinterChoice(query.data?.printers ?? [])
  const { printer, how } = choice
  return (
    <Dialog opened onClose={props.onClose} title={t('printing.runTitle', { n: props.ids.length })} size="lg">
      <Loaded query={query}>
        {({ printers }) => (
          <Stack>
            <Text size="sm">{t('printing.runHint')}</Text>
            <PrinterFields printers={printers} choice={choice} />
            <DialogEnd
              action={t('common.print')}
              data-autofocus
              leftSection={<IconPrinter size={18} aria-hidden />}
              disabled={printer === null}
              onAct={() => printer !== null && props.onStart({ ids: [...props.ids], printer: printer.name, how })}
              onCancel={props.onClose}
            />
          </Stack>
        )}
      </Loaded>
    </Dialog>
  )
}
