// Which printer, and how: the machine's printers with their state, copies, sides and trays as far as the chosen one has them.
import { Alert, Badge, Group, NumberInput, Radio, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mostCopies, oneCopy, type HowToPrint, type Printer } from '../../shared/printing.ts'

export interface PrinterChoice {
  /** Null where there is no printer. */
  printer: Printer | null
  choose(name: string): void
  how: HowToPrint
  setHow(how: HowToPrint): void
}

/** The standard printer until somebody chooses; what the chosen one cannot do is not asked of it. */
export function usePrinterChoice(printers: readonly Printer[]): PrinterChoice {
  const [name, setName] = useState<string | null>(null)
  const [wanted, setHow] = useState(oneCopy)
  const printer =
    printers.find((candidate) => candidate.name === name) ??
    printers.find((candidate) => candidate.isDefault) ??
    printers[0] ??
    null
  const how: HowToPrint = {
    copies: wanted.copies,
    sides: printer?.printsBothSides === true ? wanted.sides : 'one',
    tray: wanted.tray !== null && printer?.trays.includes(wanted.tray) === true ? wanted.tray : null,
  }
  return { printer, choose: setName, how, setHow }
}

export function PrinterList(props: {
  printers: readonly Printer[]
  chosen: string | null
  onChoose: (name: string) => void
}) {
  const { t } = useTranslation()
  const { printers, chosen } = props
  if (printers.length === 0) return <Alert color="orange">{t('common.noPrinters')}</Alert>
  return (
    <>
      <Radio.Group label={t('common.printer')} value={chosen} onChange={props.onChoose}>
        <Stack gap={6} mt={6}>
          {printers.map(({ name, label, state }) => (
            <Group key={name} gap="xs">
              <Radio value={name} label={label} />
              {state === 'stopped' && <Badge color="orange">{t('printing.stopped')}</Badge>}
            </Group>
          ))}
        </Stack>
      </Radio.Group>
      {printers.some(({ name, state }) => name === chosen && state === 'stopped') && (
        <Alert color="orange">{t('printing.stoppedHint')}</Alert>
      )}
    </>
  )
}

export function PrinterFields({ printers, choice }: { printers: readonly Printer[]; choice: PrinterChoice }) {
  const { t } = useTranslation()
  const { printer, how, setHow } = choice
  return (
    <Stack>
      <PrinterList printers={printers} chosen={printer?.name ?? null} onChoose={choice.choose} />
      {printer !== null && (
        <Group align="flex-end">
          <NumberInput
            label={t('printing.copies')}
            value={how.copies}
            min={1}
            max={mostCopies}
            allowDecimal={false}
            clampBehavior="strict"
            w={90}
            onChange={(value) => setHow({ ...how, copies: typeof value === 'number' && value >= 1 ? value : 1 })}
          />
          {printer.printsBothSides && (
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t('printing.sides')}
              </Text>
              <SegmentedControl
                aria-label={t('printing.sides')}
                value={how.sides}
                data={[
                  { value: 'one', label: t('printing.sidesOf.one') },
                  { value: 'two', label: t('printing.sidesOf.two') },
                ]}
                onChange={(sides) => setHow({ ...how, sides })}
              />
            </div>
          )}
          {printer.trays.length > 0 && (
            <Select
              label={t('printing.tray')}
              w={200}
              data={[{ value: '', label: t('printing.trayBySelf') }, ...printer.trays]}
              value={how.tray ?? ''}
              allowDeselect={false}
              onChange={(tray) => setHow({ ...how, tray: tray === '' ? null : tray })}
            />
          )}
        </Group>
      )}
    </Stack>
  )
}
