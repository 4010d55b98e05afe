// Prints or saves a sheet for the scanner: a separator between two pieces of post, or the cover of a case.
import { Button, NumberInput, Stack, Text } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskSheet } from '../../shared/ipc/post.ts'
import { useAct } from '../queries.ts'
import { useSession } from '../session.ts'
import { tell } from '../tell.ts'
import { Dialog } from './dialog.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { SaveOrPrint } from './save-or-print.tsx'

const mostCopies = 50

export function DeskSheetButton({ sheet }: { sheet: DeskSheet }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const [copies, setCopies] = useState(1)
  const close = () => {
    setPrinting(false)
    setOpen(false)
  }
  const print = useAct('post.printSheet', {
    onDone: () => {
      tell(t('common.printed'))
      close()
    },
  })
  const save = useAct('post.saveSheet', {
    onDone: (answer) => {
      if (answer.kind === 'saved') tell(t('common.saved'))
      close()
    },
  })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconQrcode size={18} aria-hidden />}
        disabled={state.readOnly}
        onClick={() => setOpen(true)}
      >
        {t(`post.sheet.${sheet.kind}`)}
      </Button>
      <Dialog opened={isOpen && !isPrinting} onClose={close} title={t(`post.sheet.${sheet.kind}`)}>
        <Stack>
          <Text>{t(`post.sheetHint.${sheet.kind}`)}</Text>
          <NumberInput
            label={t('post.copies')}
            value={copies}
            min={1}
            max={mostCopies}
            allowDecimal={false}
            clampBehavior="strict"
            data-autofocus
            onChange={(value) => setCopies(typeof value === 'number' && value >= 1 ? value : 1)}
          />
          <SaveOrPrint
            isSaving={save.isPending}
            onSave={() => save.mutate({ sheet })}
            onPrint={() => setPrinting(true)}
            onCancel={close}
          />
        </Stack>
      </Dialog>
      <PrintDialog
        opened={isPrinting}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ sheet, printer, copies })}
      />
    </>
  )
}
