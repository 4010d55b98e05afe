// Draws the findings over the upright page as SVG: a frame, a number, the field and its state in words.
import type { Box } from '../../../shared/screening.ts'
import classes from './page-view.module.css'
import type { Size } from './turned-boxes.ts'

export interface DrawnBox {
  id: string
  box: Box
  /** What is written beside the frame. */
  words: string
  color: string
  /** `cover` shows what will be masked, `dismissed` a false alarm. */
  look: 'open' | 'cover' | 'dismissed'
  isSelected: boolean
}

const letterPx = 12

export function BoxLayer(props: {
  page: Size
  /** Screen pixels per page pixel: letters and lines keep their size on screen. */
  scale: number
  boxes: readonly DrawnBox[]
  /** A box that is being drawn by the mouse. */
  draft: Box | null
  onSelect: ((id: string) => void) | null
}) {
  const { page, scale, onSelect } = props
  return (
    // The list beside the page says the same in words; for a screen reader this layer would only say it twice.
    <svg className={classes.layer} viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
      {props.boxes.map((drawn) => (
        <BoxMark key={drawn.id} drawn={drawn} scale={scale} pageWidth={page.width} onSelect={onSelect} />
      ))}
      {props.draft !== null && (
        <rect
          x={props.draft[0]}
          y={props.draft[1]}
          width={props.draft[2]}
          height={props.draft[3]}
          fill="rgb(28 79 214 / 15%)"
          stroke="#1c4fd6"
          strokeWidth={3}
          strokeDasharray="8 5"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  )
}

function BoxMark(props: {
  drawn: DrawnBox
  scale: number
  pageWidth: number
  onSelect: ((id: string) => void) | null
}) {
  const { drawn, scale, pageWidth, onSelect } = props
  const [x, y, width, height] = drawn.box
  // A little air, so that the frame does not cover what it frames.
  const air = 3 / scale
  const labelHeight = (letterPx + 4) / scale
  const labelWidth =
    ([...drawn.words].reduce((sum, sign) => sum + (sign < '\u0100' ? 0.55 : 1), 0) * letterPx + 12) / scale
  // To the right of the frame, where a form is mostly empty; else above it, so that it never covers the row below.
  const isRight = x + width + air + labelWidth <= pageWidth
  const labelLeft = isRight ? x + width + air : x - air
  const labelTop = isRight ? y + height / 2 - labelHeight / 2 : Math.max(0, y - air - labelHeight)
  return (
    <g
      data-selected={drawn.isSelected}
      onClick={onSelect === null ? undefined : () => onSelect(drawn.id)}
      style={{ cursor: onSelect === null ? 'inherit' : 'pointer' }}
      opacity={drawn.look === 'dismissed' ? 0.75 : 1}
    >
      <rect
        x={x - air}
        y={y - air}
        width={width + 2 * air}
        height={height + 2 * air}
        fill={drawn.look === 'cover' ? 'rgb(0 0 0 / 62%)' : 'transparent'}
        stroke={drawn.color}
        strokeWidth={drawn.isSelected ? 5 : 2.5}
        {...(drawn.look === 'dismissed' ? { strokeDasharray: '6 5' } : {})}
        vectorEffect="non-scaling-stroke"
      />
      <rect x={labelLeft} y={labelTop} width={labelWidth} height={labelHeight} fill={drawn.color} rx={2 / scale} />
      <text
        x={labelLeft + 6 / scale}
        y={labelTop + labelHeight - 4 / scale}
        fontSize={letterPx / scale}
        fontWeight={700}
        fill="#fff"
      >
        {drawn.words}
      </text>
    </g>
  )
}
