// The book of dispatches of one day: looked at, printed for the counter, saved as PDF or CSV.
import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { IconBook, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../parts/date-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { PrintDialog } from '../../parts/print-dialog.tsx'
import { Loaded } from '../../parts/screen.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function DispatchBookButton() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconBook size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('printing.book')}
      </Button>
      {isOpen && <DispatchBook onClose={() => setOpen(false)} />}
    </>
  )
}

function DispatchBook({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { today, state } = useSession()
  const [on, setOn] = useState<string>(today)
  const [isPrinting, setPrinting] = useState(false)
  const book = useAnswer('post.book', { on })
  const print = useAct('post.printBook', {
    onDone: () => {
      tell(t('common.printed'))
      setPrinting(false)
    },
  })
  const save = useAct('post.saveBook', { onDone: ({ kind }) => kind === 'saved' && tell(t('common.saved')) })
  const isEmpty = (book.data?.rows.length ?? 0) === 0
  return (
    <>
      <Dialog opened={!isPrinting} onClose={onClose} title={t('printing.book')} size="xl">
        <Stack>
          <DateField
            label={t('printing.bookOn')}
            value={on}
            onChange={(date) => setOn(date ?? today)}
            until={today}
            required
          />
          <Loaded query={book}>
            {({ rows }) =>
              rows.length === 0 ? (
                <Text size="sm">{t('printing.bookNone')}</Text>
              ) : (
                <ScrollArea.Autosize mah="46vh">
                  <Table fz="sm" aria-label={t('printing.book')}>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{t('posted.serviceLabel')}</Table.Th>
                        <Table.Th>{t('printing.bookNumber')}</Table.Th>
                        <Table.Th>{t('printing.addressee')}</Table.Th>
                        <Table.Th>{t('printing.letter')}</Table.Th>
                        <Table.Th>{t('printing.number')}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {rows.map((row) => (
                        <Table.Tr key={row.id}>
                          <Table.Td>{t(`posted.service.${row.service}`)}</Table.Td>
                          <Table.Td>{row.trackingNumber ?? '―'}</Table.Td>
                          <Table.Td>{row.recipientName ?? '―'}</Table.Td>
                          <Table.Td>{t(`letters.name.${row.kind}`)}</Table.Td>
                          <Table.Td>{row.caseNumber}</Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                </ScrollArea.Autosize>
              )
            }
          </Loaded>
          <Text size="xs" c="dimmed">
            {t('printing.bookHint')}
          </Text>
          {!state.readOnly && (
            <Group justify="flex-end">
              {(['csv', 'pdf'] as const).map((as) => (
                <Button
                  key={as}
                  variant="default"
                  leftSection={<IconDeviceFloppy size={18} aria-hidden />}
                  disabled={isEmpty}
                  onClick={() => save.mutate({ on, as })}
                >
                  {t(`printing.bookAs.${as}`)}
                </Button>
              ))}
              <Button
                leftSection={<IconPrinter size={18} aria-hidden />}
                disabled={isEmpty}
                onClick={() => setPrinting(true)}
              >
                {t('common.print')}
              </Button>
            </Group>
          )}
        </Stack>
      </Dialog>
      <PrintDialog
        opened={isPrinting}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ on, printer })}
      />
    </>
  )
}
