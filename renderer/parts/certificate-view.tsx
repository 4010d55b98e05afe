// A wipe's outcome: result in words, figures of the verification, the certificate to look at, save and print.
import { Alert, Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconCertificate, IconCircleX, IconFileTypePdf, IconJson, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { storageWarningSchema, type Certificate, type Wipe } from '../../shared/ipc/parts.ts'
import { useAct } from '../queries.ts'
import { tell } from '../tell.ts'
import { DateText, InstantText } from './dates.tsx'
import { PagedPicture } from './picture.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { Card } from './screen.tsx'

export function CertificateView({ wipe }: { wipe: Wipe }) {
  const { t } = useTranslation()
  const { certificate } = wipe
  if (certificate === null) return null
  return (
    <Stack gap="sm">
      {certificate.result === 'WIPED' ? (
        <Alert color="teal" icon={<IconCertificate aria-hidden />} title={t('wipe.doneTitle')} role="status">
          {t('wipe.limits')}
        </Alert>
      ) : (
        <Alert color="red" icon={<IconCircleX aria-hidden />} title={t('wipe.failedTitle')} role="alert">
          {t('wipe.failedText', { failure: certificate.failure ?? '' })}
        </Alert>
      )}
      <SimpleGrid cols={2} spacing="sm" style={{ alignItems: 'start' }}>
        <Stack gap="sm">
          <Figures certificate={certificate} />
          <Paperwork wipe={wipe} />
        </Stack>
        <Card title={t('wipe.certificate')}>
          <PagedPicture
            name="wipes.certificatePicture"
            id={wipe.id}
            pageCount={null}
            alt={(page) => t('wipe.certificatePicture', { page })}
            height="max(320px, calc(100vh - 262px))"
          />
        </Card>
      </SimpleGrid>
    </Stack>
  )
}

function Figures({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation()
  const { verification } = certificate
  const rows: readonly [string, ReactNode][] = [
    [t('wipe.caseNumber'), <b key="number">{certificate.caseNumber}</b>],
    [t('wipe.resultLabel'), <b key="result">{t(`wipe.result.${certificate.result}`)}</b>],
    [t('wipe.startedAt'), <InstantText key="start" instant={certificate.startedAt} />],
    [t('wipe.endedAt'), <InstantText key="end" instant={certificate.endedAt} />],
    [t('wipe.operator'), certificate.operator],
    [t('wipe.plan'), t('common.items', { n: certificate.objects.length })],
    [t('wipe.filesSearched'), t('wipe.files', { n: verification.filesSearched.toLocaleString() })],
    [t('wipe.bytesSearched'), sizeWords(verification.bytesSearched)],
    [t('wipe.patterns'), t('common.items', { n: verification.patterns })],
    [
      t('wipe.hits'),
      <b key="hits">
        {verification.hits.length === 0 ? t('wipe.noHits') : t('wipe.hitsFound', { n: verification.hits.length })}
      </b>,
    ],
    ...(certificate.medium.warnings.length === 0
      ? []
      : [
          [t('wipe.mediumWarnings'), <MediumWarnings key="medium" warnings={certificate.medium.warnings} />] satisfies [
            string,
            ReactNode,
          ],
        ]),
    ...(certificate.backupsExpireOn === null
      ? []
      : [
          [t('wipe.backupsExpire'), <DateText key="backups" date={certificate.backupsExpireOn} />] satisfies [
            string,
            ReactNode,
          ],
        ]),
  ]
  return (
    <Card title={t('wipe.verification')}>
      <Table fz="sm" verticalSpacing={4} variant="vertical" aria-label={t('wipe.verification')}>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th w={170} scope="row">
                {label}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  )
}

/** A certificate of another version may name a warning that this one has no words for. */
function MediumWarnings({ warnings }: { warnings: readonly string[] }) {
  const { t } = useTranslation()
  return warnings.map((warning) => {
    const known = storageWarningSchema.safeParse(warning)
    return (
      <Text key={warning} size="sm">
        {known.success ? t(`desk.storage.${known.data}`) : warning}
      </Text>
    )
  })
}

function Paperwork({ wipe }: { wipe: Wipe }) {
  const { t } = useTranslation()
  const [isPrinting, setPrinting] = useState(false)
  const save = useAct('wipes.saveCertificate', {
    onDone: (answer) => {
      if (answer.kind === 'saved') tell(t('common.saved'))
    },
  })
  const print = useAct('wipes.printCertificate', {
    onDone: () => {
      setPrinting(false)
      tell(t('common.printed'))
    },
  })
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        onClick={() => save.mutate({ id: wipe.id, as: 'pdf' })}
      >
        {t('wipe.savePdf')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconJson size={18} aria-hidden />}
        onClick={() => save.mutate({ id: wipe.id, as: 'json' })}
      >
        {t('wipe.saveJson')}
      </Button>
      <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => setPrinting(true)}>
        {t('wipe.print')}
      </Button>
      <PrintDialog
        opened={isPrinting}
        onClose={() => setPrinting(false)}
        printing={print.isPending}
        onPrint={(printer) => print.mutate({ id: wipe.id, printer })}
      />
    </Group>
  )
}

/** `1536` as `1.5 KiB`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const units = ['KiB', 'MiB', 'GiB', 'TiB']
  const power = Math.min(units.length, Math.floor(Math.log2(bytes) / 10))
  return `${(bytes / 1024 ** power).toFixed(1)} ${units[power - 1] ?? ''}`
}
