// A letter as it will lie on the table: page by page, with the envelope's window over it when asked for.
import { Alert, Button, Center, Checkbox, Group, Loader, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskSettings } from '../../shared/settings.ts'
import type { ShownPicture } from './picture.tsx'

const panelMm = 99
const sheetMm = { width: 210, height: 297 }
const mostWidthPx = 760
const slips = { none: [0, 0], upLeft: [-2, -2], downRight: [2, 2] } as const
type Slip = keyof typeof slips

/** What is drawn finer than it is shown takes longer and looks no better. */
export function drawnLongSidePx(): number {
  return Math.round(Math.min(2, window.devicePixelRatio) * mostWidthPx * (sheetMm.height / sheetMm.width))
}

export function PaperPreview(props: {
  picture: ShownPicture | null
  /** What is said instead of the letter. */
  trouble: string | null
  page: number
  pageCount: number
  onPage: (page: number) => void
  window: DeskSettings['envelopeWindow'] | null
  /** A CSS height. */
  height: string
}) {
  const { t } = useTranslation()
  const [isOverlaid, setOverlaid] = useState(false)
  const [slip, setSlip] = useState<Slip>('none')
  const { picture, page, pageCount, window } = props
  return (
    <Stack gap="xs">
      <Center
        bg="#dfe3ea"
        p="sm"
        style={{ height: props.height, overflow: 'auto', alignItems: 'flex-start' }}
        tabIndex={0}
        role="region"
        aria-label={t('letters.preview')}
      >
        {props.trouble !== null && (
          <Alert color="orange" style={{ whiteSpace: 'pre-line' }}>
            {props.trouble}
          </Alert>
        )}
        {props.trouble === null && picture === null && <Loader role="status" aria-label={t('common.loading')} />}
        {props.trouble === null && picture !== null && (
          <div
            style={{
              position: 'relative',
              width: '100%',
              maxWidth: mostWidthPx,
              boxShadow: '0 1px 4px rgb(0 0 0 / 30%)',
            }}
          >
            <img
              src={picture.url}
              alt={`${t('letters.preview')} ${t('common.pictureAlt', { page })}`}
              style={{ width: '100%', display: 'block' }}
              draggable={false}
            />
            {isOverlaid && page === 1 && window !== null && <Envelope window={window} slip={slips[slip]} />}
          </div>
        )}
      </Center>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          {window !== null && (
            <Checkbox
              label={t('letters.overlay')}
              checked={isOverlaid}
              onChange={(event) => setOverlaid(event.currentTarget.checked)}
            />
          )}
          {window !== null && isOverlaid && (
            <SegmentedControl
              size="xs"
              aria-label={t('letters.slip')}
              value={slip}
              data={[
                { value: 'none', label: t('letters.slipNone') },
                { value: 'upLeft', label: t('letters.slipUpLeft') },
                { value: 'downRight', label: t('letters.slipDownRight') },
              ]}
              onChange={(value) => setSlip(value)}
            />
          )}
        </Group>
        {pageCount > 1 && (
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconChevronLeft size={16} aria-hidden />}
              disabled={page <= 1}
              onClick={() => props.onPage(page - 1)}
            >
              {t('common.previousPage')}
            </Button>
            <Text size="sm">{t('common.pageOf', { page, of: pageCount })}</Text>
            <Button
              variant="default"
              size="xs"
              rightSection={<IconChevronRight size={16} aria-hidden />}
              disabled={page >= pageCount}
              onClick={() => props.onPage(page + 1)}
            >
              {t('common.nextPage')}
            </Button>
          </Group>
        )}
      </Group>
    </Stack>
  )
}

/** The folded sheet as the envelope shows it: everything of the first panel but the window is covered. */
function Envelope(props: { window: DeskSettings['envelopeWindow']; slip: readonly [number, number] }) {
  const { leftMm, topMm, widthMm, heightMm } = props.window
  const [slipX, slipY] = props.slip
  const across = (mm: number) => `${(mm / sheetMm.width) * 100}%`
  const down = (mm: number) => `${(mm / panelMm) * 100}%`
  return (
    <div
      aria-hidden
      style={{
        position: 'absolute',
        inset: `0 0 auto 0`,
        height: `${(panelMm / sheetMm.height) * 100}%`,
        overflow: 'hidden',
        borderBottom: '1px dashed #1b3fae',
      }}
    >
      <div
        style={{
          position: 'absolute',
          left: across(leftMm + slipX),
          top: down(topMm + slipY),
          width: across(widthMm),
          height: down(heightMm),
          borderRadius: 4,
          outline: '1.5px solid #1b3fae',
          boxShadow: '0 0 0 2000px rgb(214 196 160 / 80%)',
        }}
      />
    </div>
  )
}
