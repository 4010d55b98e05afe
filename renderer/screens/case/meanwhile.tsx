// A form that somebody else's change overtook: what changed, by whom and when, before one goes on with what was typed.
import { Alert, Button, Group, List, Stack } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseChange } from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { useDateWords, useInstantWords } from '../../parts/dates.tsx'
import { useAnswer } from '../../queries.ts'

/** The version that a form stands on: the one that it was opened with, until its reader has seen what came after. */
export interface Seen {
  version: number
  isBehind: boolean
  goOn(): void
}

export function useSeen(current: number): Seen {
  const [version, setVersion] = useState(current)
  return { version, isBehind: current > version, goOn: () => setVersion(current) }
}

/** Nothing while the form stands on what is stored. `onGoOn` takes over what the form did not touch. */
export function Meanwhile(props: { seen: Seen; onGoOn?: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  const { seen } = props
  if (!seen.isBehind) return null
  return (
    <Alert color="orange" icon={<IconUsers aria-hidden />} title={t('changes.title')}>
      <Stack gap="xs">
        {props.children}
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              props.onGoOn?.()
              seen.goOn()
            }}
          >
            {t('changes.goOn')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

/** Each change of the case since the form was opened. */
export function CaseChanges({ record, seen }: { record: CaseRecord; seen: Seen }) {
  const { t } = useTranslation()
  const instantWords = useInstantWords()
  const changeWords = useChangeWords()
  const since = useAnswer('cases.changesSince', { id: record.id, version: seen.version }, { enabled: seen.isBehind })
  return (
    <List size="sm" aria-label={t('changes.list')}>
      {(since.data?.changes ?? []).map(({ version, at, by, change }) => (
        <List.Item key={version}>
          {t('changes.line', { at: instantWords(at), name: by, what: changeWords(change) })}
        </List.Item>
      ))}
    </List>
  )
}

function useChangeWords(): (change: CaseChange) => string {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return (change) => {
    if (change.what === 'event') {
      return t('changes.event', { event: t(`case.event.${change.event}`), date: dateWords(change.on) })
    }
    if (change.what === 'requester') {
      return t('changes.requester', { fields: change.fields.map((field) => t(`case.${field}`)).join('・') })
    }
    return t('changes.matter', { kind: t(`common.kind.${change.kind}`), lane: t(`common.lane.${change.lane}`) })
  }
}

export interface Clash {
  field: string
  label: string
  now: string
  typed: string
  onTakeOver: () => void
}

/** What both changed, each to something else. */
export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const { t } = useTranslation()
  if (clashes.length === 0) return null
  return (
    <Stack gap={6} role="list" aria-label={t('changes.clashes')}>
      {clashes.map(({ field, label, now, typed, onTakeOver }) => (
        <Group key={field} role="listitem" justify="space-between" wrap="nowrap" gap="sm">
          <div style={{ overflowWrap: 'anywhere' }}>
            {t('changes.clash', { field: label, now: now === '' ? '―' : now, typed: typed === '' ? '―' : typed })}
          </div>
          <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={onTakeOver}>
            {t('changes.takeTheirs')}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
