// A box drawn without a mouse: arrows move it, Shift and arrows size it, Enter takes it.
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Box } from '../../../shared/screening.ts'
import { useKeys } from '../../keyboard.ts'
import classes from './page-view.module.css'
import { boxWithin, type Size } from './turned-boxes.ts'

const stepPx = 8
const startWidthPx = 240
const startHeightPx = 36

export function KeyboardDraft(props: {
  page: Size
  scale: number
  view: RefObject<HTMLElement | null>
  sheet: RefObject<HTMLElement | null>
  onTake: (box: Box) => void
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const { page, scale } = props
  const [draft, setDraft] = useState<Box | null>(null)
  const step = stepPx / scale

  // It starts in the middle of what is in sight, known only once the page is laid out.
  const start = useEffectEvent(() => {
    const view = props.view.current?.getBoundingClientRect()
    const sheet = props.sheet.current?.getBoundingClientRect()
    if (view === undefined || sheet === undefined) return
    const x = (view.left + view.width / 2 - sheet.left - startWidthPx / 2) / scale
    const y = (view.top + view.height / 2 - sheet.top - startHeightPx / 2) / scale
    setDraft(boxWithin([x, y, startWidthPx / scale, startHeightPx / scale], page))
  })
  // oxlint-disable-next-line react/set-state-in-effect -- where the middle is, only the laid-out page can tell
  useEffect(() => start(), [])

  const change = (x: number, y: number, width: number, height: number) => {
    setDraft((box) =>
      box === null
        ? null
        : boxWithin(
            [
              box[0] + x * step,
              box[1] + y * step,
              Math.max(step, box[2] + width * step),
              Math.max(step, box[3] + height * step),
            ],
            page,
          ),
    )
  }
  useKeys('drawing', {
    left: () => change(-1, 0, 0, 0),
    right: () => change(1, 0, 0, 0),
    up: () => change(0, -1, 0, 0),
    down: () => change(0, 1, 0, 0),
    narrower: () => change(0, 0, -1, 0),
    wider: () => change(0, 0, 1, 0),
    lower: () => change(0, 0, 0, 1),
    flatter: () => change(0, 0, 0, -1),
    take: () => {
      if (draft !== null) props.onTake(draft)
    },
    leave: props.onLeave,
  })
  if (draft === null) return null
  const [x, y, width, height] = draft
  return (
    <div
      className={classes.draft}
      role="img"
      aria-label={t('review.drawnBox')}
      style={{ left: x * scale, top: y * scale, width: width * scale, height: height * scale }}
    />
  )
}
