// The page at the left, what was found at the right, and the keys that decide.
import { ActionIcon, Alert, Button, Group, Kbd, Stack, Text, Tooltip } from '@mantine/core'
import {
  IconArrowAutofitWidth,
  IconCheck,
  IconFile,
  IconRotateClockwise,
  IconSquarePlus,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import type { Box } from '../../../shared/screening.ts'
import { useKeys } from '../../keyboard.ts'
import { VerdictBadge } from '../../parts/badges.tsx'
import { usePicture } from '../../parts/picture.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { PageCondition } from './condition.tsx'
import { drawnFindings, drawnLegible } from './drawn-boxes.ts'
import { FieldDialog } from './field-dialog.tsx'
import { FindingList } from './finding-list.tsx'
import { AfterMasks, BeforeMasks, FinishDialog } from './finishing.tsx'
import { PageStrip } from './page-strip.tsx'
import { PageView } from './page-view.tsx'
import { Reading } from './reading.tsx'
import { asksForNewCopy, isReturn, isUndecided } from './progress.ts'
import { boxWithin, turnedSize, unturnedBox } from './turned-boxes.ts'
import { useArranging } from './use-arranging.ts'
import { useDecisions } from './use-decisions.ts'
import { useFocus } from './use-focus.ts'
import { scaleOf, zoomed, type Zoom } from './zoom.ts'

/** Long side of the picture asked for: enough to read small print at twice the fitted size. */
const longSidePx = 3000

export function Desk({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const queryClient = useQueryClient()
  const keep = (answer: Scan) => queryClient.setQueryData(['scans.get', { id: scan.id }], answer)
  const focus = useFocus(scan)
  const { page, finding } = focus
  const [zoom, setZoom] = useState<Zoom>('width')
  const [isDrawing, setDrawing] = useState(false)
  const [drawn, setDrawn] = useState<Box | null>(null)
  const [isFinishing, setFinishing] = useState(false)
  const [legible, setLegible] = useState<{ page: number; boxes: Box[] } | null>(null)

  // Pages that were read may be decided while later ones are still being read.
  const isOpen = (scan.stage === 'received' || scan.stage === 'screened') && !state.readOnly
  const isPrepared = scan.stage === 'prepared'
  const arranging = useArranging(scan, isOpen, keep)
  const deciding = useDecisions(scan, focus, keep)
  const add = useAct('scans.addFinding', {
    onDone: (answer) => {
      keep(answer)
      focus.selectNewest(answer)
    },
  })
  const turn = useAct('scans.turnPage', { onDone: keep })
  const confirm = useAct('scans.confirmPage', { onDone: keep })
  const prepare = useAct('scans.prepare', {
    onDone: (answer) => {
      if (answer.kind === 'prepared') {
        keep(answer.scan)
      } else {
        setLegible({ page: answer.page, boxes: answer.boxes })
        focus.goTo(answer.page)
      }
    },
  })
  const reopen = useAct('scans.reopen', { onDone: keep })
  const finish = useAct('scans.finish', {
    onDone: (answer) => {
      keep(answer)
      setFinishing(false)
      tell(t('review.finished'))
    },
  })

  const confirmPage = () => {
    if (!isOpen || confirm.isPending) return
    if (page.confirmed || page.leftOut) return focus.goToNextOpen()
    if (!mayConfirm) {
      tell(t('review.decideFirst'), 'warning')
      return
    }
    confirm.mutate(
      { id: scan.id, page: page.page, confirmed: true },
      { onSuccess: (answer) => focus.goToNextOpen(answer) },
    )
  }
  const prepareNow = () => {
    if (isPrepared) return setFinishing(true)
    if (!isOpen || prepare.isPending) return
    setLegible(null)
    prepare.mutate({ id: scan.id })
  }
  const addLegible = async (found: { page: number; boxes: Box[] }) => {
    setLegible(null)
    try {
      for (const box of found.boxes) {
        await add.mutateAsync({ id: scan.id, page: found.page, field: 'permanent-domicile', box })
      }
    } catch {
      // The reader was told; the boxes that are left stay in sight, to be added again.
      setLegible(found)
    }
  }
  const turnPage = () => {
    const next = ({ 0: 90, 90: 180, 180: 270, 270: 0 } as const)[page.turn]
    if (isOpen && !turn.isPending) turn.mutate({ id: scan.id, page: page.page, turn: next })
  }
  useKeys(
    'review',
    {
      nextPage: () => focus.step(1),
      previousPage: () => focus.step(-1),
      nextFinding: () => focus.move(1),
      previousFinding: () => focus.move(-1),
      maskAndKeep: () => deciding.decideFocused('mask-and-keep'),
      maskAndAsk: () => deciding.decideFocused('mask-and-ask'),
      returnToSender: () => deciding.decideFocused('return-to-sender'),
      falseAlarm: () => finding !== null && deciding.askReason(finding.id),
      undecide: () => deciding.decideFocused(null),
      remove: () => finding !== null && deciding.remove(finding),
      confirmPage,
      turn: turnPage,
      leaveOut: () => arranging?.toggle(page),
      moveEarlier: () => arranging?.move(page, -1),
      moveLater: () => arranging?.move(page, 1),
      otherSide: () => page.otherSide !== null && focus.goTo(page.otherSide),
      draw: () => isOpen && setDrawing(true),
      prepare: prepareNow,
    },
    !isDrawing,
  )

  const { picture, error } = usePicture(
    'scans.picture',
    {
      id: scan.id,
      page: page.page,
      longSidePx,
      version: isPrepared && !isReturn(scan) ? 'prepared' : 'current',
    },
    `${scan.stage} ${page.turn}`,
  )
  const upright = turnedSize(page, page.turn)
  const showsBoxes = scan.stage === 'received' || scan.stage === 'screened'
  const mayConfirm = page.confirmed || (page.verdict !== null && !page.findings.some(isUndecided))
  const legibleHere = legible !== null && legible.page === page.page ? legible.boxes : []
  const boxes = showsBoxes
    ? [...drawnFindings(page, finding?.id ?? null, t), ...drawnLegible(page, legibleHere, t)]
    : []

  return (
    <Group gap="sm" wrap="nowrap" align="stretch" style={{ flex: 1, minHeight: 0 }}>
      <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
        <Toolbar
          zoom={zoom}
          onZoom={setZoom}
          page={upright}
          onTurn={isOpen ? turnPage : null}
          onDraw={isOpen ? () => setDrawing(!isDrawing) : null}
          isDrawing={isDrawing}
          words={t('review.pageInfo', { page: scan.pages.indexOf(page) + 1, of: scan.pages.length })}
        />
        {isDrawing && (
          <Alert color="blue" p={6} role="status">
            {t('review.drawing')}
          </Alert>
        )}
        <PageView
          page={upright}
          pageNumber={page.page}
          picture={picture}
          error={error}
          boxes={boxes}
          zoom={zoom}
          onZoom={setZoom}
          onSelect={focus.select}
          drawing={
            isDrawing
              ? {
                  onTake: (box) => {
                    setDrawing(false)
                    setDrawn(box)
                  },
                  onLeave: () => setDrawing(false),
                }
              : null
          }
        />
      </Stack>
      <Stack
        gap="xs"
        w={352}
        style={{ flex: 'none', minHeight: 0 }}
        component="aside"
        aria-label={t('review.findings')}
      >
        <Group gap={6} justify="space-between">
          {showsBoxes ? <VerdictBadge verdict={page.verdict} /> : <span />}
          <Text size="sm">{page.document !== null && t(`common.document.${page.document}`)}</Text>
        </Group>
        <PageStrip pages={scan.pages} current={page} arranging={arranging} onGo={focus.goTo} />
        {showsBoxes && <PageCondition page={page} arranging={arranging} />}
        {legible !== null && (
          <Legible pageNumber={legible.page} adding={add.isPending} onAdd={() => void addLegible(legible)} />
        )}
        <Stack gap={6} style={{ flex: 1, minHeight: 80, overflowY: 'auto' }}>
          <FindingList
            findings={page.findings}
            selectedId={finding?.id ?? null}
            onSelect={focus.select}
            deciding={isOpen ? deciding : null}
            empty={page.verdict === null ? t('review.unread') : t('review.noFindings')}
          />
        </Stack>
        {showsBoxes && <Reading scan={scan} />}
        {isOpen && !page.leftOut && (
          <Button
            variant={page.confirmed ? 'light' : 'outline'}
            color={page.confirmed ? 'teal' : 'indigo'}
            loading={confirm.isPending}
            disabled={!mayConfirm}
            {...(mayConfirm ? {} : { title: t('review.decideFirst') })}
            leftSection={page.confirmed ? <IconCheck size={18} aria-hidden /> : null}
            rightSection={
              page.confirmed ? null : (
                <Kbd size="xs" aria-hidden>
                  Enter
                </Kbd>
              )
            }
            aria-pressed={page.confirmed}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() =>
              page.confirmed ? confirm.mutate({ id: scan.id, page: page.page, confirmed: false }) : confirmPage()
            }
          >
            {page.confirmed ? `${t('review.confirmed')}(${t('review.unconfirm')})` : t('review.confirmPage')}
          </Button>
        )}
        {(scan.stage === 'received' || scan.stage === 'screened') && (
          <BeforeMasks scan={scan} preparing={prepare.isPending} onPrepare={prepareNow} />
        )}
        {isPrepared && (
          <AfterMasks
            scan={scan}
            onFinish={() => setFinishing(true)}
            onReopen={() => reopen.mutate({ id: scan.id })}
            reopening={reopen.isPending}
          />
        )}
        {scan.stage === 'finished' && (
          <Alert color="teal" p="sm" icon={<IconCheck aria-hidden />} title={t('review.finishedTitle')}>
            {asksForNewCopy(scan) && t('review.askHint')}
          </Alert>
        )}
      </Stack>
      {drawn !== null && (
        <FieldDialog
          adding={add.isPending}
          onClose={() => setDrawn(null)}
          onAdd={(field) => {
            const box = boxWithin(unturnedBox(drawn, page, page.turn), page)
            add.mutate({ id: scan.id, page: page.page, field, box }, { onSettled: () => setDrawn(null) })
          }}
        />
      )}
      {isFinishing && (
        <FinishDialog
          scan={scan}
          finishing={finish.isPending}
          onClose={() => setFinishing(false)}
          onFinish={() => finish.mutate({ id: scan.id })}
        />
      )}
    </Group>
  )
}

function Legible(props: { pageNumber: number; adding: boolean; onAdd: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert color="red" p="xs" role="alert" title={t('review.legibleTitle')}>
      <Stack gap={6}>
        <Text size="sm">{t('review.legibleText', { page: props.pageNumber })}</Text>
        <Button size="compact-sm" color="red" loading={props.adding} onClick={props.onAdd}>
          {t('review.legibleAdd')}
        </Button>
      </Stack>
    </Alert>
  )
}

function Tool(props: { icon: Icon; words: string; keyName: string; onClick: () => void }) {
  return (
    <Tooltip label={`${props.words} (${props.keyName})`}>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={props.words}
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onClick}
      >
        <props.icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function Toolbar(props: {
  zoom: Zoom
  onZoom: (zoom: Zoom) => void
  page: { width: number; height: number }
  onTurn: (() => void) | null
  onDraw: (() => void) | null
  isDrawing: boolean
  words: string
}) {
  const { t } = useTranslation()
  // Near enough to the fitted scale for the first click; from then on the scale is a number.
  const scale = scaleOf(props.zoom, props.page, { width: 800, height: 700 })
  return (
    <Group gap={6} role="toolbar" aria-label={t('review.page')}>
      <Tool
        icon={IconZoomIn}
        words={t('review.zoomIn')}
        keyName="+"
        onClick={() => props.onZoom(zoomed(scale, 1.25))}
      />
      <Tool
        icon={IconZoomOut}
        words={t('review.zoomOut')}
        keyName="-"
        onClick={() => props.onZoom(zoomed(scale, 0.8))}
      />
      <Tool icon={IconFile} words={t('review.wholePage')} keyName="0" onClick={() => props.onZoom('page')} />
      <Tool
        icon={IconArrowAutofitWidth}
        words={t('review.fitWidth')}
        keyName="9"
        onClick={() => props.onZoom('width')}
      />
      {props.onTurn !== null && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRotateClockwise size={17} aria-hidden />}
          rightSection={
            <Kbd size="xs" aria-hidden>
              R
            </Kbd>
          }
          onMouseDown={(event) => event.preventDefault()}
          onClick={props.onTurn}
        >
          {t('review.turn')}
        </Button>
      )}
      {props.onDraw !== null && (
        <Button
          size="compact-sm"
          variant={props.isDrawing ? 'filled' : 'default'}
          aria-pressed={props.isDrawing}
          leftSection={<IconSquarePlus size={17} aria-hidden />}
          rightSection={
            <Kbd size="xs" aria-hidden>
              D
            </Kbd>
          }
          onMouseDown={(event) => event.preventDefault()}
          onClick={props.onDraw}
        >
          {t('review.draw')}
        </Button>
      )}
      <Text size="sm" ml="auto">
        {props.words}
      </Text>
    </Group>
  )
}
