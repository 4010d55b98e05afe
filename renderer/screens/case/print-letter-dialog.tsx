// Prints one letter; one that was printed before asks why it is printed again, and shows who printed it when.
import { List, Radio, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../../shared/ipc/parts.ts'
import { reprintReasons, reprintReasonSchema, reprintSchema, type ReprintReason } from '../../../shared/printing.ts'
import { useInstantWords } from '../../parts/dates.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { PrinterFields, usePrinterChoice } from '../../parts/printer-fields.tsx'
import { Loaded } from '../../parts/screen.tsx'
import { LinesField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { tell } from '../../tell.ts'

export function PrintLetterDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation()
  const query = useAnswer('printers.list', {})
  const choice = usePrinterChoice(query.data?.printers ?? [])
  const [reason, setReason] = useState<ReprintReason | null>(null)
  const [note, setNote] = useState('')
  const print = useAct('notices.print', {
    onDone: () => {
      tell(t('common.printed'))
      onClose()
    },
  })
  const isAgain = notice.printedAt !== null
  const reprint = reprintSchema.safeParse({ reason, note })
  const { printer, how } = choice
  return (
    <Dialog opened onClose={onClose} title={t(isAgain ? 'printing.reprintTitle' : 'common.choosePrinter')} size="lg">
      <Loaded query={query}>
        {({ printers }) => (
          <Stack>
            {isAgain && <Before notice={notice} />}
            {isAgain && (
              <>
                <Radio.Group
                  label={t('printing.reason')}
                  value={reason}
                  onChange={(chosen) => setReason(reprintReasonSchema.parse(chosen))}
                >
                  <Stack gap={5} mt={6}>
                    {reprintReasons.map((one) => (
                      <Radio key={one} value={one} label={t(`printing.reasonOf.${one}`)} />
                    ))}
                  </Stack>
                </Radio.Group>
                <LinesField
                  label={t('printing.note')}
                  description={t('printing.noteHint')}
                  most={300}
                  autosize
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
              </>
            )}
            <PrinterFields printers={printers} choice={choice} />
            <DialogEnd
              action={t('common.print')}
              leftSection={<IconPrinter size={18} aria-hidden />}
              disabled={printer === null || (isAgain && !reprint.success)}
              loading={print.isPending}
              onAct={() =>
                printer !== null &&
                print.mutate({
                  id: notice.id,
                  printer: printer.name,
                  how,
                  reprint: isAgain && reprint.success ? reprint.data : null,
                })
              }
              onCancel={onClose}
            />
          </Stack>
        )}
      </Loaded>
    </Dialog>
  )
}

function Before({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const instantWords = useInstantWords()
  return (
    <>
      <Text size="sm">{t('printing.reprintHint')}</Text>
      {notice.prints.length > 0 && (
        <List size="sm" aria-label={t('printing.prints')}>
          {notice.prints.map(({ at, by, copies, reason, note }) => (
            <List.Item key={at}>
              {t('printing.printOf', { at: instantWords(at), by, copies })}
              {reason !== null && ` ${t(`printing.reasonOf.${reason}`)}`}
              {note !== '' && ` — ${note}`}
            </List.Item>
          ))}
        </List>
      )}
    </>
  )
}
