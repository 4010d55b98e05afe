// The page as large as one likes, with the findings drawn over it; zoom, pan, and a box drawn by hand.
import { Alert, Loader } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Box } from '../../../shared/screening.ts'
import { useFaultSentence } from '../../fault-sentence.ts'
import { useKeys } from '../../keyboard.ts'
import type { ShownPicture } from '../../parts/picture.tsx'
import { BoxLayer, type DrawnBox } from './box-layer.tsx'
import { KeyboardDraft } from './keyboard-draft.tsx'
import classes from './page-view.module.css'
import { boxWithin, type Size } from './turned-boxes.ts'
import { scaleOf, zoomed, type Zoom } from './zoom.ts'

const panStepPx = 80
/** A drag shorter than this was a click. */
const smallestDragPx = 6

export function PageView(props: {
  /** Pixels of the upright page in which boxes are given. */
  page: Size
  pageNumber: number
  picture: ShownPicture | null
  error: unknown
  boxes: readonly DrawnBox[]
  zoom: Zoom
  onZoom: (zoom: Zoom) => void
  onSelect: (id: string) => void
  drawing: { onTake: (box: Box) => void; onLeave: () => void } | null
}) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  const { page, drawing } = props
  const { ref: measureRef, width, height } = useElementSize<HTMLDivElement>()
  const viewRef = useRef<HTMLDivElement>(null)
  const sheetRef = useRef<HTMLDivElement>(null)
  const [isSpaceDown, setSpaceDown] = useState(false)
  const [dragged, setDragged] = useState<Box | null>(null)
  const dragStart = useRef<{ kind: 'pan' | 'draw'; x: number; y: number } | null>(null)
  const scale = scaleOf(props.zoom, page, { width: width || 800, height: height || 600 })

  const pan = (x: number, y: number) => viewRef.current?.scrollBy({ left: x, top: y })
  useKeys(
    'review',
    {
      zoomIn: () => props.onZoom(zoomed(scale, 1.25)),
      zoomOut: () => props.onZoom(zoomed(scale, 0.8)),
      wholePage: () => props.onZoom('page'),
      fitWidth: () => props.onZoom('width'),
      panLeft: () => pan(-panStepPx, 0),
      panRight: () => pan(panStepPx, 0),
      panUp: () => pan(0, -panStepPx),
      panDown: () => pan(0, panStepPx),
    },
    drawing === null,
  )
  useSpaceKey(setSpaceDown)
  useCtrlWheel(viewRef, (factor) => props.onZoom(zoomed(scale, factor)))
  useKeepMiddle(viewRef, scale)
  useShowSelected(viewRef, props.boxes, scale, { width, height })

  const pointOf = (event: PointerEvent): { x: number; y: number } => {
    const sheet = sheetRef.current?.getBoundingClientRect()
    return { x: (event.clientX - (sheet?.left ?? 0)) / scale, y: (event.clientY - (sheet?.top ?? 0)) / scale }
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (isSpaceDown || event.button === 1) dragStart.current = { kind: 'pan', x: event.clientX, y: event.clientY }
    else if (drawing !== null && event.button === 0) dragStart.current = { kind: 'draw', ...pointOf(event) }
    else return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const start = dragStart.current
    if (start === null) return
    if (start.kind === 'pan') {
      pan(start.x - event.clientX, start.y - event.clientY)
      dragStart.current = { kind: 'pan', x: event.clientX, y: event.clientY }
      return
    }
    const now = pointOf(event)
    setDragged([
      Math.min(start.x, now.x),
      Math.min(start.y, now.y),
      Math.abs(now.x - start.x),
      Math.abs(now.y - start.y),
    ])
  }
  const onPointerUp = () => {
    const box = dragged
    dragStart.current = null
    setDragged(null)
    if (drawing === null || box === null || box[2] * scale < smallestDragPx || box[3] * scale < smallestDragPx) return
    drawing.onTake(boxWithin(box, page))
  }

  return (
    <div className={classes.around} ref={measureRef}>
      <div
        className={classes.view}
        ref={viewRef}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        role="region"
        aria-label={t('review.page')}
        data-cursor={isSpaceDown ? 'grab' : drawing === null ? 'default' : 'crosshair'}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
      >
        <div
          className={classes.sheet}
          ref={sheetRef}
          style={{ width: page.width * scale, height: page.height * scale }}
        >
          {props.picture !== null && (
            <img
              className={classes.picture}
              src={props.picture.url}
              alt={t('common.pictureAlt', { page: props.pageNumber })}
              draggable={false}
            />
          )}
          {props.picture === null && props.error === null && (
            <Loader className={classes.loader} role="status" aria-label={t('common.loading')} />
          )}
          {props.error !== null && (
            <Alert color="red" m="md">
              {sentenceOf(props.error)}
            </Alert>
          )}
          {props.picture !== null && (
            <BoxLayer
              page={page}
              scale={scale}
              boxes={props.boxes}
              draft={dragged}
              onSelect={drawing === null && !isSpaceDown ? props.onSelect : null}
            />
          )}
          {drawing !== null && dragged === null && (
            <KeyboardDraft
              page={page}
              scale={scale}
              view={viewRef}
              sheet={sheetRef}
              onTake={drawing.onTake}
              onLeave={drawing.onLeave}
            />
          )}
        </div>
      </div>
    </div>
  )
}

/** While the space key is held, dragging moves the page. */
function useSpaceKey(setDown: (isDown: boolean) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target
    if (event.key !== ' ' || (target instanceof HTMLElement && target.matches('input, textarea, button, [role=radio]')))
      return
    // The space key would scroll the view by a page.
    event.preventDefault()
    setDown(event.type === 'keydown')
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    window.addEventListener('keyup', listener)
    return () => {
      window.removeEventListener('keydown', listener)
      window.removeEventListener('keyup', listener)
    }
  }, [])
}

function useCtrlWheel(view: { current: HTMLElement | null }, onFactor: (factor: number) => void): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    onFactor(event.deltaY < 0 ? 1.15 : 1 / 1.15)
  })
  useEffect(() => {
    const element = view.current
    if (element === null) return undefined
    const listener = (event: WheelEvent) => onWheel(event)
    // React listens passively to wheels, and a passive listener cannot keep the window from zooming.
    element.addEventListener('wheel', listener, { passive: false })
    return () => element.removeEventListener('wheel', listener)
  }, [view])
}

/** What was in the middle of the view stays there when the scale changes. */
function useKeepMiddle(view: { current: HTMLElement | null }, scale: number): void {
  const before = useRef(scale)
  useLayoutEffect(() => {
    const element = view.current
    if (element !== null && before.current !== scale) {
      const factor = scale / before.current
      element.scrollTo({
        left: (element.scrollLeft + element.clientWidth / 2) * factor - element.clientWidth / 2,
        top: (element.scrollTop + element.clientHeight / 2) * factor - element.clientHeight / 2,
      })
    }
    before.current = scale
  }, [scale, view])
}

/** Brings the chosen finding into sight, also in a window that has another size now. */
function useShowSelected(
  view: { current: HTMLElement | null },
  boxes: readonly DrawnBox[],
  scale: number,
  size: Size,
): void {
  const selected = boxes.find((box) => box.isSelected)
  const show = useEffectEvent(() => {
    const element = view.current
    if (element === null || selected === undefined) return
    const [x, y, width, height] = selected.box
    const isInSight =
      x * scale >= element.scrollLeft &&
      (x + width) * scale <= element.scrollLeft + element.clientWidth &&
      y * scale >= element.scrollTop + 24 &&
      (y + height) * scale <= element.scrollTop + element.clientHeight - 24
    if (isInSight) return
    element.scrollTo({
      left: (x + width / 2) * scale - element.clientWidth / 2,
      top: (y + height / 2) * scale - element.clientHeight / 2,
    })
  })
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another finding was chosen, or another part of the page is in sight: that is when it moves
  useEffect(() => show(), [selected?.id, size.width, size.height])
}
