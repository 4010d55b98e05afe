// Before an envelope is sealed: every piece in it is scanned or typed, and one that belongs elsewhere stops the hand loudly.
import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../../shared/ipc/parts.ts'
import { envelopeCodeOf, writtenEnvelopeCode } from '../../../shared/rules/envelope-code.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct } from '../../queries.ts'

const counts = ['2', '3'] as const

export function EnvelopeDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation()
  const [count, setCount] = useState<string>('2')
  const [pieces, setPieces] = useState<readonly string[]>([])
  const [typed, setTyped] = useState('')
  const check = useAct('post.checkEnvelope')
  const result = check.data
  const again = () => {
    check.reset()
    setPieces([])
    setTyped('')
  }
  return (
    <Dialog opened onClose={onClose} title={t('post.envelope')}>
      {/* A barcode scanner types the code and ends it with Enter. */}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === '' || result !== undefined) return
          const entered = [...pieces, typed.trim()]
          setPieces(entered)
          setTyped('')
          if (entered.length === Number(count)) check.mutate({ noticeId: notice.id, pieces: entered })
        }}
      >
        <Stack>
          <Text>{t('post.envelopeHint')}</Text>
          <Group justify="space-between">
            <Text>
              {t('post.envelopeCode')} <b>{writtenEnvelopeCode(envelopeCodeOf(notice.id))}</b>
            </Text>
            <SegmentedControl
              aria-label={t('post.pieces')}
              value={count}
              disabled={pieces.length > 0}
              data={counts.map((value) => ({ value, label: t('post.pieceCount', { n: Number(value) }) }))}
              onChange={setCount}
            />
          </Group>
          {result === undefined && (
            <LineField
              label={t('post.nextPiece', { n: pieces.length + 1, of: Number(count) })}
              data-autofocus
              value={typed}
              most={40}
              disabled={check.isPending}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          {pieces.length > 0 && (
            <Text size="sm" aria-label={t('post.pieces')}>
              {pieces.join(' ・ ')}
            </Text>
          )}
          {result?.kind === 'match' && (
            <Alert color="teal" icon={<IconCircleCheck aria-hidden />} title={t('post.match')} role="status" />
          )}
          {result?.kind === 'mismatch' && (
            <Alert
              color="red"
              variant="filled"
              icon={<IconAlertOctagon aria-hidden />}
              title={t('post.mismatch')}
              role="alert"
            >
              {t('post.mismatchHint', { n: result.piece })}
            </Alert>
          )}
          <Group justify="flex-end">
            {pieces.length > 0 && (
              <Button variant="default" onClick={again}>
                {t('post.again')}
              </Button>
            )}
            <Button variant={result?.kind === 'match' ? 'filled' : 'default'} onClick={onClose}>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
