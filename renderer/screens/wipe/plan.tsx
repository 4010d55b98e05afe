// Before the wipe: everything that will be destroyed, or what stands in the way.
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { CaseRecord, WipeObject, wipeBlockerSchema } from '../../../shared/ipc/parts.ts'
import { sizeWords } from '../../parts/certificate-view.tsx'
import { HoldNotice } from '../../parts/hold-notice.tsx'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Loaded } from '../../parts/screen.tsx'
import { useGoing } from '../../places.ts'
import { useAnswer } from '../../queries.ts'
import classes from './plan.module.css'
import { StartWipe } from './start.tsx'

type Blocker = z.infer<typeof wipeBlockerSchema>

export function Plan({ record }: { record: CaseRecord }) {
  const plan = useAnswer('wipes.plan', { caseId: record.id })
  return (
    <Loaded query={plan}>
      {(value) =>
        value.kind === 'blocked' ? (
          <Blocked record={record} by={value.by} />
        ) : (
          <Ready record={record} objects={value.objects} />
        )
      }
    </Loaded>
  )
}

function Blocked({ record, by }: { record: CaseRecord; by: readonly Blocker[] }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const undecided = record.scans.filter(({ stage }) => !['finished', 'returned', 'wiped'].includes(stage))
  return (
    <Alert color="orange" icon={<IconHandStop aria-hidden />} title={t('wipe.blockedTitle')}>
      <Stack gap="sm">
        {by.includes('on-hold') && <HoldNotice record={record} />}
        <List size="sm">
          {by.map((blocker) => (
            <List.Item key={blocker}>{t(`wipe.blocker.${blocker}`)}</List.Item>
          ))}
        </List>
        <Group gap="xs">
          {(by.includes('not-finished') || by.includes('on-hold') || by.includes('hold-asked')) && (
            <Button variant="default" onClick={() => go({ screen: 'case', caseId: record.id })}>
              {t('wipe.goCase')}
            </Button>
          )}
          {by.includes('paper-held') && (
            <Button variant="default" onClick={() => go({ screen: 'case', caseId: record.id, tab: 'mail' })}>
              {t('wipe.goMail')}
            </Button>
          )}
          {undecided.map((scan) => (
            <Button key={scan.id} variant="default" onClick={() => go({ screen: 'review', scanId: scan.id })}>
              {t('wipe.goScan', { number: scan.arrivalNumber })}
            </Button>
          ))}
        </Group>
      </Stack>
    </Alert>
  )
}

function Ready({ record, objects }: { record: CaseRecord; objects: readonly WipeObject[] }) {
  const { t } = useTranslation()
  return (
    <>
      <Text size="sm">{t('wipe.intro')}</Text>
      <div className={classes.ready}>
        <Stack gap={6} style={{ minHeight: 0 }}>
          <Text fw={700}>{t('wipe.objects', { n: objects.length })}</Text>
          <Rows
            label={t('wipe.plan')}
            columns={useObjectColumns()}
            rows={objects}
            keyOf={(object) => `${object.kind} ${object.id}`}
            rowHeightPx={36}
            empty={t('common.none')}
          />
        </Stack>
        <StartWipe record={record} action={t('wipe.start')} />
      </div>
    </>
  )
}

const methods = ['key-overwritten-in-place', 'ciphertext-overwritten-and-removed', 'columns-cleared'] as const

/** A method is written as one or more closed words; one that this version does not know is shown as it stands. */
function methodWords(method: string, t: TFunction): string {
  return method
    .split(', ')
    .map((word) => {
      const known = methods.find((candidate) => candidate === word)
      return known === undefined ? word : t(`wipe.methods.${known}`)
    })
    .join(' + ')
}

function useObjectColumns(): readonly Column<WipeObject>[] {
  const { t } = useTranslation()
  return [
    { key: 'kind', title: t('wipe.kind'), width: '150px', cell: (object) => t(`wipe.object.${object.kind}`) },
    {
      key: 'id',
      title: t('wipe.id'),
      width: '70px',
      cell: (object) => <span title={object.id}>{object.id.slice(0, 8)}</span>,
    },
    {
      key: 'size',
      title: t('wipe.size'),
      width: '80px',
      cell: (object) => (object.bytes === 0 ? '―' : sizeWords(object.bytes)),
    },
    {
      key: 'method',
      title: t('wipe.method'),
      width: 'minmax(120px, 1fr)',
      cell: (object) => {
        const words = methodWords(object.method, t)
        return <span title={words}>{words}</span>
      },
    },
  ]
}
