// Where the envelope's window lies, and the sheet that shows whether that is true on this printer.
import { Button, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deskSettingsSchema, type DeskSettings } from '../../../shared/settings.ts'
import { PrintDialog } from '../../parts/print-dialog.tsx'
import { Card } from '../../parts/screen.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

const ranges = { leftMm: [0, 120], topMm: [0, 90], widthMm: [40, 120], heightMm: [20, 70] } as const
const sides = ['leftMm', 'topMm', 'widthMm', 'heightMm'] as const

export function EnvelopeForm({ settings }: { settings: DeskSettings }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [window, setWindow] = useState(settings.envelopeWindow)
  const [isPrinting, setPrinting] = useState(false)
  const change = useAct('settings.changeDesk', { onDone: () => tell(t('staff.savedDesk')) })
  const print = useAct('envelope.printCalibration', {
    onDone: () => {
      setPrinting(false)
      tell(t('common.printed'))
    },
  })
  const save = useAct('envelope.saveCalibration', {
    onDone: (answer) => {
      if (answer.kind === 'saved') tell(t('common.saved'))
    },
  })
  const parsed = deskSettingsSchema.safeParse({ ...settings, envelopeWindow: window })
  return (
    <Stack gap="sm" maw={900}>
      <Card title={t('staff.window')}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (parsed.success) change.mutate(parsed.data)
          }}
        >
          <SimpleGrid cols={4} spacing="xs">
            {sides.map((side) => (
              <NumberInput
                key={side}
                label={t(`letters.window.${side}`)}
                value={window[side]}
                min={ranges[side][0]}
                max={ranges[side][1]}
                decimalScale={1}
                clampBehavior="blur"
                onChange={(typed) => typeof typed === 'number' && setWindow({ ...window, [side]: typed })}
              />
            ))}
          </SimpleGrid>
          <Group justify="flex-end" mt="sm">
            <Button type="submit" disabled={!parsed.success || state.readOnly} loading={change.isPending}>
              {t('staff.saveDesk')}
            </Button>
          </Group>
        </form>
      </Card>
      <Card title={t('letters.calibration')}>
        <Text size="sm">{t('letters.calibrationHint')}</Text>
        <Group>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            disabled={state.readOnly}
            onClick={() => setPrinting(true)}
          >
            {t('letters.printCalibration')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            disabled={state.readOnly}
            loading={save.isPending}
            onClick={() => save.mutate({})}
          >
            {t('case.saveNotice')}
          </Button>
        </Group>
      </Card>
      <PrintDialog
        opened={isPrinting}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ printer })}
      />
    </Stack>
  )
}
