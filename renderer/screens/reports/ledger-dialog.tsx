// Takes the ledger out: makes it with progress, says which characters the encoding lacks, then saves it where the person says.
import { Alert, Button, Checkbox, Group, Progress, Radio, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ledgerEncodings, ledgerEncodingSchema, type LedgerEncoding } from '../../../shared/ledger.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useJobOf } from '../../parts/jobs.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function LedgerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const [encoding, setEncoding] = useState<LedgerEncoding>('utf-8')
  const [isWithNames, setWithNames] = useState(false)
  const job = useJobOf('ledger')
  const cancel = useAct('jobs.cancel')
  const prepare = useAct('ledger.prepare')
  const prepareWithNames = useAct('ledger.prepareWithNames')
  const making = isWithNames ? prepareWithNames : prepare
  const made = making.data
  const save = useAct('ledger.save', {
    onDone: ({ kind }) => {
      if (kind === 'cancelled') return
      tell(t('reports.savedLedger'))
      onClose()
    },
  })
  const startOver = () => {
    prepare.reset()
    prepareWithNames.reset()
  }
  return (
    <Dialog opened onClose={onClose} title={t('reports.ledgerTitle')} size={620}>
      <Stack gap="sm">
        <Text size="sm">{t('reports.ledgerText')}</Text>
        <Radio.Group
          label={t('reports.encoding')}
          value={encoding}
          onChange={(value) => {
            setEncoding(ledgerEncodingSchema.parse(value))
            startOver()
          }}
        >
          <Stack gap={6} mt={6}>
            {ledgerEncodings.map((value) => (
              <Radio key={value} value={value} label={t(`reports.encodingOf.${value}`)} disabled={making.isPending} />
            ))}
          </Stack>
        </Radio.Group>
        {may('ledger.prepareWithNames') && (
          <Checkbox
            label={t('reports.withNames')}
            description={t('reports.withNamesHint')}
            checked={isWithNames}
            disabled={making.isPending}
            onChange={(event) => {
              setWithNames(event.currentTarget.checked)
              startOver()
            }}
          />
        )}
        {making.isPending && (
          <Group gap="xs" wrap="nowrap" role="status">
            <Text size="sm">{t('reports.making')}</Text>
            <Progress
              value={(job?.fraction ?? 0) * 100}
              size="md"
              aria-label={t('reports.making')}
              style={{ flex: 1 }}
            />
            <Button
              size="xs"
              variant="default"
              disabled={job === null}
              onClick={() => job !== null && cancel.mutate({ jobId: job.jobId })}
            >
              {t('common.cancel')}
            </Button>
          </Group>
        )}
        {made !== undefined && (
          <Text size="sm" fw={700} role="status">
            {t('reports.madeLedger', { rows: made.rows.toLocaleString() })}
          </Text>
        )}
        {made !== undefined && made.missing.length > 0 && (
          <Alert color="orange" p="xs" icon={<IconAlertTriangle aria-hidden />}>
            <Text size="sm">
              {t('reports.missing', { n: made.missing.length, characters: made.missing.slice(0, 40).join(' ') })}
            </Text>
            <Text size="sm">{t('reports.missingHint')}</Text>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          {made === undefined ? (
            <Button loading={making.isPending} onClick={() => making.mutate({ encoding })}>
              {t('reports.makeLedger')}
            </Button>
          ) : (
            <Button loading={save.isPending} onClick={() => save.mutate({ id: made.id })}>
              {t('reports.saveLedger')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
