// Every envelope of the case with the paper in it: where it lies, and what became of it.
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconMailOpened, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Envelope, MailOfCase, Piece } from '../../../shared/ipc/belongings.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { PaperBadge } from '../../parts/badges.tsx'
import { DateText } from '../../parts/dates.tsx'
import { Card, Loaded } from '../../parts/screen.tsx'
import { SettlePaper } from '../../parts/settle-paper.tsx'
import { useGoing } from '../../places.ts'
import { useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import classes from './case.module.css'
import { AddPiece, ChangePiece, RecordEnvelope } from './mail-dialogs.tsx'

export function Mail({ record }: { record: CaseRecord }) {
  const mail = useAnswer('pieces.ofCase', { caseId: record.id })
  return <Loaded query={mail}>{(value) => <Envelopes record={record} mail={value} />}</Loaded>
}

function Envelopes({ record, mail }: { record: CaseRecord; mail: MailOfCase }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isRecording, setRecording] = useState(false)
  const [addingTo, setAddingTo] = useState<string | null>(null)
  const mayChange = record.requester !== null && !state.readOnly
  const held = mail.pieces.filter((piece) => piece.state === 'held').length
  const loose = mail.pieces.filter((piece) => piece.envelopeId === null)
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm">{t('pieces.intro')}</Text>
          <Text size="sm" fw={700} {...(held > 0 ? { c: '#8a3200' } : {})}>
            {held > 0 ? t('pieces.held', { n: held }) : mail.pieces.length > 0 && t('pieces.allSettled')}
          </Text>
        </div>
        {mayChange && (
          <Button
            leftSection={<IconMailOpened size={18} aria-hidden />}
            style={{ flex: 'none' }}
            onClick={() => setRecording(true)}
          >
            {t('pieces.record')}
          </Button>
        )}
      </Group>
      {mail.envelopes.map((envelope) => (
        <Card
          key={envelope.id}
          title={t(`pieces.envelopeKind.${envelope.kind}`)}
          actions={
            <>
              <EnvelopeFacts envelope={envelope} />
              {mayChange && (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPlus size={15} aria-hidden />}
                  onClick={() => setAddingTo(envelope.id)}
                >
                  {t('pieces.add')}
                </Button>
              )}
            </>
          }
        >
          <PieceList
            label={t(`pieces.envelopeKind.${envelope.kind}`)}
            mail={mail}
            pieces={mail.pieces.filter((piece) => piece.envelopeId === envelope.id)}
            mayChange={mayChange}
          />
        </Card>
      ))}
      {loose.length > 0 && (
        <Card title={t('pieces.loose')}>
          <PieceList label={t('pieces.loose')} mail={mail} pieces={loose} mayChange={mayChange} />
        </Card>
      )}
      {isRecording && <RecordEnvelope record={record} onClose={() => setRecording(false)} />}
      {addingTo !== null && <AddPiece caseId={record.id} envelopeId={addingTo} onClose={() => setAddingTo(null)} />}
    </Stack>
  )
}

function EnvelopeFacts({ envelope }: { envelope: Envelope }) {
  const { t } = useTranslation()
  const { trackingNumber } = envelope
  return (
    <Group gap="sm">
      <Text size="sm" fw={700}>
        <DateText date={envelope.arrivedOn} />
      </Text>
      <Text size="sm">
        {trackingNumber === null ? t('pieces.ordinary') : t('pieces.trackingOf', { number: trackingNumber })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('pieces.recordedBy', { name: envelope.recordedBy })}
      </Text>
    </Group>
  )
}

function PieceList(props: { label: string; mail: MailOfCase; pieces: readonly Piece[]; mayChange: boolean }) {
  const { t } = useTranslation()
  const [changingId, setChangingId] = useState<string | null>(null)
  const [settling, setSettling] = useState<Piece | null>(null)
  if (props.pieces.length === 0) return <Text size="sm">{t('pieces.noContents')}</Text>
  const changing = props.pieces.find(({ id }) => id === changingId)
  return (
    <Stack gap={6} role="list" aria-label={props.label}>
      {props.pieces.map((piece) => (
        <PieceItem
          key={piece.id}
          piece={piece}
          mayChange={props.mayChange}
          onChange={() => setChangingId(piece.id)}
          onSettle={() => setSettling(piece)}
        />
      ))}
      {changing !== undefined && (
        <ChangePiece piece={changing} envelopes={props.mail.envelopes} onClose={() => setChangingId(null)} />
      )}
      {settling !== null && <SettlePaper piece={settling} onClose={() => setSettling(null)} />}
    </Stack>
  )
}

function PieceItem(props: { piece: Piece; mayChange: boolean; onChange: () => void; onSettle: () => void }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { piece } = props
  const { scanId } = piece
  return (
    <div role="listitem" className={classes.row}>
      <Group gap="xs">
        <Text fw={700} size="sm" miw={170}>
          {t(`common.pieceKind.${piece.kind}`)}
        </Text>
        <PaperBadge state={piece.state} />
        {piece.state === 'held' ? (
          <Text size="sm">
            {t(`pieces.placeOf.${piece.place}`)}
            {piece.placeNote !== '' && ` ― ${piece.placeNote}`}
          </Text>
        ) : (
          <Text size="sm" component="div">
            {piece.on !== null && <DateText date={piece.on} />} {piece.initials.join('・')}
          </Text>
        )}
      </Group>
      <Group gap={6} wrap="nowrap">
        {scanId !== null && (
          <Button size="compact-sm" variant="subtle" onClick={() => go({ screen: 'review', scanId })}>
            {t('pieces.openScan')}
          </Button>
        )}
        {props.mayChange && piece.state === 'held' && (
          <>
            <Button size="compact-sm" variant="default" onClick={props.onChange}>
              {t('pieces.change')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={props.onSettle}>
              {t('pieces.settleButton')}
            </Button>
          </>
        )}
      </Group>
    </div>
  )
}
