// Address labels of the chosen letters: which sheet lies in the printer, and which of its labels is the first that is left.
import { SegmentedControl, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { labelGrids, labelSheets, labelsOn, type LabelSheet } from '../../../shared/labels.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { PrintDialog } from '../../parts/print-dialog.tsx'
import { SaveOrPrint } from '../../parts/save-or-print.tsx'
import { useAct } from '../../queries.ts'
import { tell } from '../../tell.ts'
import classes from './printing.module.css'

export function LabelsDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const [sheet, setSheet] = useState<LabelSheet>('a4-12')
  const [first, setFirst] = useState(1)
  const [isPrinting, setPrinting] = useState(false)
  const print = useAct('labels.print', {
    onDone: () => {
      tell(t('common.printed'))
      onClose()
    },
  })
  const save = useAct('labels.save', {
    onDone: ({ kind }) => {
      if (kind === 'saved') tell(t('common.saved'))
    },
  })
  const grid = labelGrids[sheet]
  const sheets = Math.ceil((first - 1 + ids.length) / labelsOn(grid))
  const request = { ids: [...ids], sheet, first }
  return (
    <>
      <Dialog opened={!isPrinting} onClose={onClose} title={t('printing.labelsTitle', { n: ids.length })} size="lg">
        <Stack>
          <SegmentedControl
            aria-label={t('printing.labelSheet')}
            value={sheet}
            data={labelSheets.map((value) => ({ value, label: t(`printing.labelSheetOf.${value}`) }))}
            onChange={(value) => {
              setSheet(value)
              setFirst(1)
            }}
          />
          <Text size="sm">{t('printing.firstLabel')}</Text>
          <SimpleGrid
            cols={grid.columns}
            spacing={2}
            verticalSpacing={2}
            role="radiogroup"
            aria-label={t('printing.firstLabel')}
          >
            {Array.from({ length: labelsOn(grid) }, (_, index) => index + 1).map((place) => (
              <UnstyledButton
                key={place}
                role="radio"
                aria-checked={place === first}
                aria-label={t('printing.labelPlace', { n: place })}
                className={classes.label}
                data-used={place >= first && place < first + ids.length}
                onClick={() => setFirst(place)}
              >
                {place}
              </UnstyledButton>
            ))}
          </SimpleGrid>
          <Text size="sm" role="status">
            {t('printing.labelCount', { n: ids.length, sheets })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('printing.labelsHint')}
          </Text>
          <SaveOrPrint
            isSaving={save.isPending}
            onSave={() => save.mutate(request)}
            onPrint={() => setPrinting(true)}
            onCancel={onClose}
          />
        </Stack>
      </Dialog>
      <PrintDialog
        opened={isPrinting}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ ...request, printer })}
      />
    </>
  )
}
