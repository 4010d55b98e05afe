// The recovery code, shown once: printed or saved, then typed back or ticked as put away.
import { Alert, Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconDeviceFloppy, IconKey, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../queries.ts'
import { tell } from '../tell.ts'
import { PrintDialog } from './print-dialog.tsx'

const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()

/** Inside a session: the sheet is made for the person who is signed in. */
export function RecoveryCode({ code, onPutAway }: { code: string; onPutAway: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [ticked, setTicked] = useState(false)
  const [printing, setPrinting] = useState(false)
  const print = useAct('staff.printRecoverySheet', {
    onDone: () => {
      setPrinting(false)
      tell(t('common.printed'))
    },
  })
  const save = useAct('staff.saveRecoverySheet', {
    onDone: (answer) => {
      if (answer.kind === 'saved') tell(t('common.saved'))
    },
  })
  const confirm = useAct('staff.confirmRecoveryCode', { onDone: onPutAway })
  const isTypedRight = plain(typed) === plain(code)
  return (
    <Stack gap="md">
      <Group gap="xs">
        <IconKey size={24} aria-hidden />
        <Title order={1}>{t('door.recoveryTitle')}</Title>
      </Group>
      <Alert color="orange">{t('door.recoveryText')}</Alert>
      <Paper withBorder p="md" bg="gray.0">
        <Text size="sm" c="dimmed">
          {t('door.recoveryCode')}
        </Text>
        <Text
          component="output"
          display="block"
          fz={22}
          fw={700}
          aria-label={t('door.recoveryCode')}
          style={{ letterSpacing: 1, wordBreak: 'break-all', userSelect: 'text' }}
        >
          {code}
        </Text>
      </Paper>
      <Group>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => setPrinting(true)}>
          {t('door.printSheet')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate({})}
        >
          {t('door.saveSheet')}
        </Button>
      </Group>
      <TextInput
        label={t('door.typeBack')}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        description={typed === '' ? null : isTypedRight ? t('door.typedRight') : t('door.typedWrong')}
        inputWrapperOrder={['label', 'input', 'description']}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Checkbox
        label={t('door.putAway')}
        checked={ticked}
        onChange={(event) => setTicked(event.currentTarget.checked)}
      />
      <Button disabled={!isTypedRight && !ticked} loading={confirm.isPending} onClick={() => confirm.mutate({})}>
        {t('door.recoveryDone')}
      </Button>
      <PrintDialog
        opened={printing}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ printer })}
      />
    </Stack>
  )
}
