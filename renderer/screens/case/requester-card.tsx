// Who asks: shown from the sealed columns, changed in a dialog that names the version it saw.
import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconLock, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { requesterFields, type Requester, type RequesterField } from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { mergeChanges } from '../../../shared/rules/merge-changes.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { completeRequester, RequesterFields } from '../../parts/requester-fields.tsx'
import { Card } from '../../parts/screen.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { CaseChanges, Clashes, Meanwhile, useSeen } from './meanwhile.tsx'

export function RequesterCard({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isChanging, setChanging] = useState(false)
  const { requester } = record
  if (requester === null) return null
  const rows: readonly [string, string][] = [
    [t('case.name'), requester.name],
    [t('case.kana'), requester.kana],
    [t('case.postalCode'), requester.postalCode],
    [t('case.address'), requester.address],
    [t('case.contact'), requester.contact],
  ]
  return (
    <Card
      title={t('case.requesterTitle')}
      actions={
        !state.readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={15} aria-hidden />}
            onClick={() => setChanging(true)}
          >
            {t('case.changeRequester')}
          </Button>
        )
      }
    >
      <Table
        variant="vertical"
        withTableBorder={false}
        fz="sm"
        verticalSpacing={4}
        aria-label={t('case.requesterTitle')}
      >
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th w={150} scope="row">
                {label}
              </Table.Th>
              <Table.Td style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {value === '' ? '―' : value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group gap={4}>
        <IconLock size={14} aria-hidden />
        <Text size="xs" c="dimmed">
          {t('case.requesterSealed')}
        </Text>
      </Group>
      {isChanging && <ChangeRequester record={record} requester={requester} onClose={() => setChanging(false)} />}
    </Card>
  )
}

function ChangeRequester(props: { record: CaseRecord; requester: Requester; onClose: () => void }) {
  const { t } = useTranslation()
  const { record } = props
  const seen = useSeen(record.version)
  const [opened, setOpened] = useState(props.requester)
  const [requester, setRequester] = useState(props.requester)
  const [complain, setComplain] = useState(false)
  const change = useAct('cases.changeRequester', {
    onDone: () => {
      tell(t('common.saved'))
      props.onClose()
    },
  })
  const merged = mergeChanges(requesterFields, { opened, typed: requester, now: props.requester })
  const clashOf = (field: RequesterField) => ({
    field,
    label: t(`case.${field}`),
    now: props.requester[field],
    typed: requester[field],
    onTakeOver: () => setRequester({ ...requester, [field]: props.requester[field] }),
  })
  return (
    <Dialog opened onClose={props.onClose} title={t('case.changeRequester')} size={680}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const complete = completeRequester(requester)
          if (complete === null) return setComplain(true)
          change.mutate({ id: record.id, version: seen.version, requester: complete })
        }}
      >
        <Stack>
          <Meanwhile
            seen={seen}
            onGoOn={() => {
              setRequester(merged.value)
              setOpened(props.requester)
            }}
          >
            <CaseChanges record={record} seen={seen} />
            <Clashes clashes={merged.clashing.map(clashOf)} />
          </Meanwhile>
          <RequesterFields value={requester} onChange={setRequester} complain={complain} />
          <DialogEnd
            action={t('common.save')}
            loading={change.isPending}
            disabled={seen.isBehind}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
