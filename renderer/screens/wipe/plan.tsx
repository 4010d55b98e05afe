// Before the wipe: everything that will be destroyed, what lies outside the app, and a start that cannot be hit by accident.
import { Alert, Button, Checkbox, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { IconFlame, IconHandStop } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  outsideItems,
  type CaseRecord,
  type outsideItemSchema,
  type WipeObject,
  type wipeBlockerSchema,
} from '../../../shared/ipc/parts.ts'
import { parseCaseNumber } from '../../../shared/rules/case-number.ts'
import { sizeWords } from '../../parts/certificate-view.tsx'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Card, Loaded } from '../../parts/screen.tsx'
import { useGoing } from '../../places.ts'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import classes from './plan.module.css'

type Blocker = z.infer<typeof wipeBlockerSchema>
type OutsideItem = z.infer<typeof outsideItemSchema>

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
  const held = record.scans.filter(
    (scan) =>
      (by.includes('paper-held') && scan.paper.state === 'held') ||
      (by.includes('scan-undecided') && !['finished', 'returned', 'wiped'].includes(scan.stage)),
  )
  return (
    <Alert color="orange" icon={<IconHandStop aria-hidden />} title={t('wipe.blockedTitle')}>
      <Stack gap="sm">
        <List size="sm">
          {by.map((blocker) => (
            <List.Item key={blocker}>{t(`wipe.blocker.${blocker}`)}</List.Item>
          ))}
        </List>
        <Group gap="xs">
          {by.includes('not-finished') && (
            <Button variant="default" onClick={() => go({ screen: 'case', caseId: record.id })}>
              {t('wipe.goCase')}
            </Button>
          )}
          {held.map((scan) => (
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
        <Start record={record} />
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

function Start({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [outside, setOutside] = useState<readonly OutsideItem[]>([])
  const [typed, setTyped] = useState('')
  const start = useAct('wipes.start')
  const parsed = parseCaseNumber(typed)
  const isSame = parsed.kind === 'valid' && parsed.number === record.number
  return (
    <Stack gap="sm">
      <Card title={t('wipe.outsideTitle')}>
        <Text size="sm">{t('wipe.outsideText')}</Text>
        {outsideItems.map((item) => (
          <Checkbox
            key={item}
            label={t(`wipe.outside.${item}`)}
            checked={outside.includes(item)}
            onChange={(event) => {
              const isTicked = event.currentTarget.checked
              setOutside((before) => (isTicked ? [...before, item] : before.filter((other) => other !== item)))
            }}
          />
        ))}
      </Card>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isSame && !state.readOnly) start.mutate({ caseId: record.id, outside: [...outside] })
        }}
      >
        <Stack gap="sm" p="sm" bg="white" style={{ border: '2px solid #c92a2a', borderRadius: 4 }}>
          <TextInput
            label={t('wipe.typeNumber', { number: record.number })}
            autoComplete="off"
            value={typed}
            maxLength={20}
            error={typed.trim().length >= record.number.length && !isSame ? t('wipe.numberDiffers') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            type="submit"
            color="red"
            size="md"
            leftSection={<IconFlame size={18} aria-hidden />}
            disabled={!isSame || state.readOnly}
            loading={start.isPending}
          >
            {t('wipe.start')}
          </Button>
        </Stack>
      </form>
    </Stack>
  )
}
