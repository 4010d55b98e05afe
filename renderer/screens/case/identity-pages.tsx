// The page of the ID and the page of the form beside each other, for the eye that compares them.
import { Alert, Center, Loader, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord, ScanRole } from '../../../shared/ipc/parts.ts'
import { useFaultSentence } from '../../fault-sentence.ts'
import { usePicture } from '../../parts/picture.tsx'
import classes from './case.module.css'

const longSidePx = 1800

export function IdentityPages({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={2} spacing="sm">
      <PageOf record={record} scanRole="id-copy" title={t('belongings.identity.idCopy')} />
      <PageOf record={record} scanRole="form" title={t('belongings.identity.form')} />
    </SimpleGrid>
  )
}

function PageOf({ record, scanRole, title }: { record: CaseRecord; scanRole: ScanRole; title: string }) {
  const { t } = useTranslation()
  const scans = record.scans.filter(
    (scan) => scan.role === scanRole && scan.stage !== 'returned' && scan.stage !== 'wiped',
  )
  const pages = scans.flatMap((scan) =>
    scan.keptPages.map((page, index) => ({
      value: `${scan.id} ${page}`,
      label: t('belongings.identity.scanOption', { number: scan.arrivalNumber, page: index + 1 }),
      scan,
      page,
    })),
  )
  // The newest sent in is the one to be looked at.
  const newest = pages.find(({ scan }) => scan.id === scans.at(-1)?.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = pages.find(({ value }) => value === chosen) ?? newest
  return (
    <Stack gap={4}>
      <Text size="sm" fw={700}>
        {title}
      </Text>
      {shown === undefined ? (
        <Text size="sm">{t('belongings.identity.noScan')}</Text>
      ) : (
        <>
          {pages.length > 1 && (
            <Select
              size="xs"
              aria-label={`${title}: ${t('belongings.identity.choose')}`}
              data={pages.map(({ value, label }) => ({ value, label }))}
              value={shown.value}
              allowDeselect={false}
              onChange={setChosen}
            />
          )}
          <Page key={shown.value} scanId={shown.scan.id} page={shown.page} stage={shown.scan.stage} alt={title} />
        </>
      )}
    </Stack>
  )
}

function Page(props: { scanId: string; page: number; stage: string; alt: string }) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  const request = { id: props.scanId, page: props.page, longSidePx, version: 'current' } as const
  const { picture, error } = usePicture('scans.picture', request, props.stage)
  return (
    <div className={classes.page} role="region" aria-label={props.alt}>
      {picture !== null && <img src={picture.url} alt={props.alt} style={{ width: '100%' }} draggable={false} />}
      {picture === null && error === null && (
        <Center p="xl">
          <Loader role="status" aria-label={t('common.loading')} />
        </Center>
      )}
      {error !== null && <Alert color="red">{sentenceOf(error)}</Alert>}
    </div>
  )
}
