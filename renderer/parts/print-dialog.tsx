// Chooses a printer from the list of the machine's, then prints.
import { Alert, Button, Group, Radio, Stack } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../queries.ts'
import { Dialog } from './dialog.tsx'
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
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Loaded query={query}>
      {({ printers }) => {
        const printer = chosen ?? printers.find((candidate) => candidate.isDefault)?.name ?? printers[0]?.name ?? null
        return (
          <Stack>
            {printers.length === 0 && <Alert color="orange">{t('common.noPrinters')}</Alert>}
            <Radio.Group label={t('common.printer')} value={printer} onChange={setChosen}>
              <Stack gap={6} mt={6}>
                {printers.map((candidate) => (
                  <Radio key={candidate.name} value={candidate.name} label={candidate.label} />
                ))}
              </Stack>
            </Radio.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={props.onClose}>
                {t('common.cancel')}
              </Button>
              <Button
                leftSection={<IconPrinter size={18} aria-hidden />}
                disabled={printer === null}
                loading={props.printing}
                onClick={() => printer !== null && props.onPrint(printer)}
              >
                {t('common.print')}
              </Button>
            </Group>
          </Stack>
        )
      }}
    </Loaded>
  )
}
