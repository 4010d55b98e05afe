// A long list as a grid: only the rows in sight are drawn, j/k and the arrows walk them, Enter opens.
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../keyboard.ts'
import classes from './rows.module.css'

export interface Column<Row> {
  key: string
  title: string
  /** A track of a CSS grid, e.g. `120px` or `minmax(0, 1fr)`. */
  width: string
  cell: (row: Row) => ReactNode
}

/** Rows that are not all there: asked for as they come into sight. */
export interface RowSource<Row> {
  count: number
  /** Undefined while it is on its way. */
  at(index: number): Row | undefined
  /** The first and the last row that are drawn now. */
  onSight(first: number, last: number): void
}

export function Rows<Row>(props: {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[] | RowSource<Row>
  keyOf: (row: Row) => string
  /** Absent where rows are only read. */
  onOpen?: (row: Row) => void
  rowHeightPx?: number
  empty: ReactNode
}) {
  const { columns, onOpen } = props
  const rows = sourceOf(props.rows)
  // Scrolling draws the list again with every frame, a line of it only once.
  const [Line] = useState(() => memo(LineOf<Row>))
  const body = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const wantsFocus = useRef(false)
  const current = Math.min(at, Math.max(0, rows.count - 1))
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, so nothing can go stale
  const virtualizer = useVirtualizer({
    count: rows.count,
    getScrollElement: () => body.current,
    estimateSize: () => props.rowHeightPx ?? 46,
    overscan: 12,
  })

  const inSight = virtualizer.getVirtualItems()
  const [first, last] = [inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? 0]
  const tellSight = useEffectEvent((from: number, to: number) => rows.onSight(from, to))
  useEffect(() => tellSight(first, last), [first, last])

  const goTo = (index: number) => {
    if (rows.count === 0) return
    const next = Math.max(0, Math.min(rows.count - 1, index))
    wantsFocus.current = true
    setAt(next)
    virtualizer.scrollToIndex(next)
    focusRow(body.current, next)
  }
  const isFocusInside = () => body.current?.contains(document.activeElement) === true

  useKeys('list', {
    next: () => goTo(isFocusInside() ? current + 1 : current),
    previous: () => goTo(isFocusInside() ? current - 1 : current),
    first: () => goTo(0),
    last: () => goTo(rows.count - 1),
    open: () => {
      const row = rows.at(current)
      if (row !== undefined && isFocusInside()) onOpen?.(row)
    },
  })

  useEffect(() => {
    // A row that was out of sight exists only after the list was drawn again.
    if (wantsFocus.current && focusRow(body.current, current)) wantsFocus.current = false
  })

  return (
    <div className={classes.frame} role="grid" aria-label={props.label} aria-rowcount={rows.count + 1}>
      <div role="rowgroup">
        <div className={classes.head} role="row" aria-rowindex={1} style={tracksOf(columns)}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={classes.cell}>
              {column.title}
            </div>
          ))}
        </div>
      </div>
      <div className={classes.body} ref={body} role="rowgroup">
        {rows.count === 0 ? (
          <div role="row">
            <div role="gridcell" className={classes.empty}>
              {props.empty}
            </div>
          </div>
        ) : (
          <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
            {inSight.map((item) => {
              const row = rows.at(item.index)
              if (row === undefined) return <Waiting key={item.index} heightPx={item.size} topPx={item.start} />
              return (
                <Line
                  key={props.keyOf(row)}
                  row={row}
                  index={item.index}
                  heightPx={item.size}
                  topPx={item.start}
                  isCurrent={item.index === current}
                  columns={columns}
                  onOpen={onOpen}
                  onReach={setAt}
                />
              )
            })}
          </div>
        )}
      </div>
    </div>
  )
}

interface LineProps<Row> {
  row: Row
  index: number
  heightPx: number
  topPx: number
  /** The one that the tab key reaches. */
  isCurrent: boolean
  columns: readonly Column<Row>[]
  onOpen: ((row: Row) => void) | undefined
  onReach: (index: number) => void
}

function LineOf<Row>(props: LineProps<Row>) {
  const { row, index, columns, onOpen, onReach } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter comes by the keyboard map
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      data-opens={onOpen !== undefined}
      tabIndex={props.isCurrent ? 0 : -1}
      className={classes.row}
      style={{ ...tracksOf(columns), height: props.heightPx, transform: `translateY(${props.topPx}px)` }}
      onFocus={() => onReach(index)}
      onClick={(event) => {
        if (!isOnControl(event.target)) onOpen?.(row)
      }}
    >
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={classes.cell}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}

const tracksOf = (columns: readonly { width: string }[]): { gridTemplateColumns: string } => ({
  gridTemplateColumns: columns.map((column) => column.width).join(' '),
})

function sourceOf<Row>(rows: readonly Row[] | RowSource<Row>): RowSource<Row> {
  if ('onSight' in rows) return rows
  return { count: rows.length, at: (index) => rows[index], onSight: () => undefined }
}

function Waiting({ heightPx, topPx }: { heightPx: number; topPx: number }) {
  return (
    <div
      role="row"
      aria-busy="true"
      className={classes.row}
      style={{ height: heightPx, transform: `translateY(${topPx}px)` }}
    >
      <div role="gridcell" className={classes.empty}>
        …
      </div>
    </div>
  )
}

function focusRow(body: HTMLElement | null, index: number): boolean {
  const row = body?.querySelector<HTMLElement>(`[data-row="${index}"]`)
  row?.focus({ preventScroll: true })
  return row !== undefined && row !== null
}

const isOnControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input') !== null
