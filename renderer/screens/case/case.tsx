// One case on one page: who asks, what came in, which dates run and why, which letters went out, what happened.
import { Alert, Button, Group, SimpleGrid, Stack, Tabs, Text } from '@mantine/core'
import { IconCertificate, IconFlame } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { feeOf } from '../../../shared/rules/fee.ts'
import { CaseStateBadge } from '../../parts/badges.tsx'
import { DateText } from '../../parts/dates.tsx'
import { HoldNotice } from '../../parts/hold-notice.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { caseTabs, useGoing, type CaseTab } from '../../places.ts'
import { useAnswer } from '../../queries.ts'
import { MatterButton } from './change-matter.tsx'
import { Deadlines } from './deadlines.tsx'
import { Fee } from './fee.tsx'
import { History } from './history.tsx'
import { Identity } from './identity.tsx'
import { Mail } from './mail.tsx'
import { Notes } from './notes.tsx'
import { Notices } from './notices.tsx'
import { RequesterCard } from './requester-card.tsx'
import { Scans } from './scans.tsx'
import { Steps } from './steps.tsx'

export function Case({ caseId, tab }: { caseId: string; tab: CaseTab }) {
  const { t } = useTranslation()
  const query = useAnswer('cases.get', { id: caseId })
  return (
    <Screen
      title={`${t('desk.case')} ${query.data?.number ?? ''}`}
      beside={query.data !== undefined && <CaseStateBadge state={query.data.state} />}
      actions={query.data !== undefined && <WayToWipe record={query.data} />}
    >
      <Loaded query={query}>{(record) => <OpenCase record={record} startAt={tab} />}</Loaded>
    </Screen>
  )
}

function WayToWipe({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  if (record.state === 'wiped' && record.wipeId !== null) {
    const { wipeId } = record
    return (
      <Button
        leftSection={<IconCertificate size={18} aria-hidden />}
        onClick={() => go({ screen: 'certificate', wipeId })}
      >
        {t('case.toCertificate')}
      </Button>
    )
  }
  const isDue = record.state === 'finished' || record.state === 'wiping'
  return (
    <Button
      variant={isDue ? 'filled' : 'default'}
      {...(isDue ? { color: 'red' } : {})}
      leftSection={<IconFlame size={18} aria-hidden />}
      onClick={() => go({ screen: 'wipe', caseId: record.id })}
    >
      {t('case.toWipe')}
    </Button>
  )
}

function OpenCase({ record, startAt }: { record: CaseRecord; startAt: CaseTab }) {
  const { t } = useTranslation()
  return (
    <>
      <Group gap="lg" p="sm" bg="white" style={{ border: '1px solid #d5d9e2', borderRadius: 4, flex: 'none' }}>
        <Fact label={t('case.kind')}>{t(`common.kind.${record.kind}`)}</Fact>
        <Fact label={t('case.lane')}>{t(`common.lane.${record.lane}`)}</Fact>
        {record.arrivedOn !== null && (
          <Fact label={t('case.arrivedOn')}>
            <DateText date={record.arrivedOn} />
          </Fact>
        )}
        {record.inquiryOn !== null && (
          <Fact label={t('case.inquiryOn')}>
            <DateText date={record.inquiryOn} />
          </Fact>
        )}
        {record.refusalReason !== null && (
          <Fact label={t('case.refusedFor')}>{t(`case.refusal.${record.refusalReason}`)}</Fact>
        )}
        {record.duplicateOf !== null && <Fact label={t('course.duplicateOf')}>{record.duplicateOf.number}</Fact>}
        <MatterButton record={record} />
      </Group>
      <HoldNotice record={record} />
      {record.state === 'wiped' && <Alert color="gray">{t('case.wiped')}</Alert>}
      <Tabs defaultValue={startAt} keepMounted={false} style={{ flex: 'none' }}>
        <Tabs.List mb="sm">
          {caseTabs
            .filter((tab) => tab !== 'fee' || feeOf(record.kind) > 0)
            .map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`case.tab.${tab}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview record={record} />
        </Tabs.Panel>
        <Tabs.Panel value="mail">
          <Mail record={record} />
        </Tabs.Panel>
        <Tabs.Panel value="identity">
          <Identity record={record} />
        </Tabs.Panel>
        <Tabs.Panel value="fee">
          <Fee record={record} />
        </Tabs.Panel>
        <Tabs.Panel value="notes">
          <Notes record={record} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function Overview({ record }: { record: CaseRecord }) {
  return (
    <SimpleGrid cols={2} spacing="sm" style={{ alignItems: 'start' }}>
      <Stack gap="sm">
        <RequesterCard record={record} />
        <Scans record={record} />
        <Notices record={record} />
      </Stack>
      <Stack gap="sm">
        <Steps record={record} />
        <Deadlines record={record} />
        <History record={record} />
      </Stack>
    </SimpleGrid>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" fw={700} size="sm">
        {children}
      </Text>
    </div>
  )
}
