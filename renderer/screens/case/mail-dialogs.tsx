// The dialogs of the paper twin: an envelope with what was in it, one more piece, another place.
import { ActionIcon, Button, Checkbox, Fieldset, Group, Select, Stack, Text } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallRequest } from '../../../shared/ipc/contract.ts'
import type { Envelope, Piece } from '../../../shared/ipc/belongings.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import {
  envelopeKinds,
  envelopeKindSchema,
  pieceKinds,
  pieceKindSchema,
  piecePlaces,
  piecePlaceSchema,
  type EnvelopeKind,
} from '../../../shared/pieces.ts'
import { parseTrackingNumber } from '../../../shared/rules/tracking-number.ts'
import { DateField } from '../../parts/date-field.tsx'
import { useDateWords } from '../../parts/dates.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { Meanwhile, useSeen } from './meanwhile.tsx'

type NewPiece = CallRequest<'pieces.recordEnvelope'>['pieces'][number]

const pieceOfKind = (kind: NewPiece['kind']): NewPiece => ({ kind, place: 'tray', placeNote: '' })
const anyPiece = pieceOfKind('id-copy')
/** What usually lies in an envelope of each kind, to begin with. */
const usual: Record<EnvelopeKind, readonly NewPiece['kind'][]> = {
  inquiry: ['letter'],
  request: ['form', 'id-copy'],
  correction: ['id-copy'],
  'returned-letter': ['letter'],
  other: ['other'],
}

export function RecordEnvelope({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const mayArrive = record.possibleEvents.some((possible) => possible.event === 'correction-arrived')
  const [kind, setKind] = useState<EnvelopeKind>(mayArrive ? 'correction' : 'request')
  const [arrivedOn, setArrivedOn] = useState<string | null>(today)
  const [typed, setTyped] = useState('')
  const [pieces, setPieces] = useState<readonly NewPiece[]>(usual[kind].map(pieceOfKind))
  const [alsoEvent, setAlsoEvent] = useState(true)
  const event = useAct('cases.record')
  const save = useAct('pieces.recordEnvelope', {
    onDone: (_, request) => {
      tell(t('pieces.recorded'))
      if (mayArrive && alsoEvent && request.kind === 'correction') {
        const { id, version } = record
        event.mutate({
          id,
          version,
          event: 'correction-arrived',
          on: request.arrivedOn,
          refusalReason: null,
          note: null,
          posted: null,
          toOtherAddress: false,
          otherCaseId: null,
        })
      }
      onClose()
    },
  })
  const parsed = typed.trim() === '' ? null : parseTrackingNumber(typed)
  const isWrong = parsed !== null && parsed.kind !== 'valid'
  const change = (index: number, piece: NewPiece) =>
    setPieces(pieces.map((one, place) => (place === index ? piece : one)))
  return (
    <Dialog opened onClose={onClose} title={t('pieces.recordTitle')} size={760}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault()
          if (arrivedOn === null || isWrong) return
          const trackingNumber = parsed?.kind === 'valid' ? parsed.number : null
          save.mutate({ caseId: record.id, kind, arrivedOn, trackingNumber, pieces: [...pieces] })
        }}
      >
        <Stack>
          <Group grow align="flex-start">
            <Select
              label={t('pieces.envelopeKindLabel')}
              data={envelopeKinds.map((value) => ({ value, label: t(`pieces.envelopeKind.${value}`) }))}
              value={kind}
              allowDeselect={false}
              data-autofocus
              onChange={(value) => {
                const chosen = envelopeKindSchema.parse(value)
                setKind(chosen)
                setPieces(usual[chosen].map(pieceOfKind))
              }}
            />
            <DateField label={t('pieces.arrivedOn')} value={arrivedOn} onChange={setArrivedOn} until={today} required />
          </Group>
          <LineField
            label={t('pieces.tracking')}
            placeholder={t('case.trackingHint')}
            most={20}
            value={typed}
            error={isWrong ? t('case.trackingWrong') : null}
            onChange={(changed) => setTyped(changed.currentTarget.value)}
          />
          <Fieldset legend={t('pieces.contents')} p="sm">
            <Stack gap="xs">
              {pieces.map((piece, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- rows have nothing of their own to be known by
                <Group key={index} align="flex-end" wrap="nowrap">
                  <PieceFields value={piece} onChange={(changed) => change(index, changed)} />
                  <ActionIcon
                    variant="default"
                    size="lg"
                    aria-label={t('pieces.removeRow', { n: index + 1 })}
                    onClick={() => setPieces(pieces.filter((_, place) => place !== index))}
                  >
                    <IconX size={18} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
              <Button
                variant="default"
                size="compact-sm"
                style={{ alignSelf: 'flex-start' }}
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => setPieces([...pieces, anyPiece])}
              >
                {t('pieces.addRow')}
              </Button>
            </Stack>
          </Fieldset>
          {mayArrive && kind === 'correction' && (
            <Checkbox
              label={t('pieces.alsoCorrection')}
              checked={alsoEvent}
              onChange={(changed) => setAlsoEvent(changed.currentTarget.checked)}
            />
          )}
          <DialogEnd
            action={t('case.recordNow')}
            disabled={arrivedOn === null || isWrong}
            loading={save.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}

export function AddPiece(props: { caseId: string; envelopeId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [piece, setPiece] = useState(anyPiece)
  const add = useAct('pieces.add', { onDone: props.onClose })
  return (
    <Dialog opened onClose={props.onClose} title={t('pieces.addTitle')} size={680}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ caseId: props.caseId, envelopeId: props.envelopeId, ...piece })
        }}
      >
        <Stack>
          <Group align="flex-end" wrap="nowrap">
            <PieceFields value={piece} onChange={setPiece} />
          </Group>
          <DialogEnd action={t('pieces.add')} loading={add.isPending} onCancel={props.onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}

export function ChangePiece(props: { piece: Piece; envelopes: readonly Envelope[]; onClose: () => void }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const { piece } = props
  const seen = useSeen(piece.version)
  const [envelopeId, setEnvelopeId] = useState(piece.envelopeId)
  const [place, setPlace] = useState(piece.place)
  const [placeNote, setPlaceNote] = useState(piece.placeNote)
  const change = useAct('pieces.change', { onDone: props.onClose })
  return (
    <Dialog opened onClose={props.onClose} title={t('pieces.changeTitle')} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ id: piece.id, version: seen.version, envelopeId, place, placeNote: placeNote.trim() })
        }}
      >
        <Stack>
          <Meanwhile seen={seen}>
            <Text size="sm">
              {t('changes.other', { text: `${t(`pieces.placeOf.${piece.place}`)} ${piece.placeNote}` })}
            </Text>
          </Meanwhile>
          <Select
            label={t('pieces.envelope')}
            placeholder={t('pieces.noEnvelope')}
            data={props.envelopes.map((envelope) => ({
              value: envelope.id,
              label: t('pieces.envelopeOption', {
                kind: t(`pieces.envelopeKind.${envelope.kind}`),
                date: dateWords(envelope.arrivedOn),
              }),
            }))}
            value={envelopeId}
            clearable
            onChange={setEnvelopeId}
          />
          <Select
            label={t('pieces.place')}
            data={piecePlaces.map((value) => ({ value, label: t(`pieces.placeOf.${value}`) }))}
            value={place}
            allowDeselect={false}
            data-autofocus
            onChange={(value) => setPlace(piecePlaceSchema.parse(value))}
          />
          <LineField
            label={t('pieces.placeNote')}
            placeholder={t('pieces.placeNoteHint')}
            most={200}
            value={placeNote}
            onChange={(event) => setPlaceNote(event.currentTarget.value)}
          />
          <DialogEnd
            action={t('common.save')}
            disabled={seen.isBehind}
            loading={change.isPending}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}

function PieceFields({ value, onChange }: { value: NewPiece; onChange: (piece: NewPiece) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Select
        label={t('pieces.kind')}
        data={pieceKinds.map((kind) => ({ value: kind, label: t(`common.pieceKind.${kind}`) }))}
        value={value.kind}
        allowDeselect={false}
        style={{ flex: 2 }}
        onChange={(kind) => onChange({ ...value, kind: pieceKindSchema.parse(kind) })}
      />
      <Select
        label={t('pieces.place')}
        data={piecePlaces.map((place) => ({ value: place, label: t(`pieces.placeOf.${place}`) }))}
        value={value.place}
        allowDeselect={false}
        style={{ flex: 1.5 }}
        onChange={(place) => onChange({ ...value, place: piecePlaceSchema.parse(place) })}
      />
      <LineField
        label={t('pieces.placeNote')}
        placeholder={t('pieces.placeNoteHint')}
        most={200}
        value={value.placeNote}
        style={{ flex: 2 }}
        onChange={(event) => onChange({ ...value, placeNote: event.currentTarget.value })}
      />
    </>
  )
}
