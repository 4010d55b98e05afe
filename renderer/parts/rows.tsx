// A long list as a grid: only the rows in sight are drawn, j/k and the arrows walk them, Enter opens.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../keyboard.ts'
import classes from './rows.module.css'

export interface Column<Row> {
  key: string
  title: string
  /** A track of a CSS grid, e.g. `120px` or `minmax(0, 1fr)`. */
  width: string
  cell: (row: Row) => ReactNode
}

export function Rows<Row>(props: {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Absent where rows are only read. */
  onOpen?: (row: Row) => void
  rowHeightPx?: number
  empty: ReactNode
}) {
  const { rows, columns, onOpen } = props
  const body = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const wantsFocus = useRef(false)
  const current = Math.min(at, Math.max(0, rows.length - 1))
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised, so nothing can go stale
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => body.current,
    estimateSize: () => props.rowHeightPx ?? 46,
    overscan: 12,
  })

  const goTo = (index: number) => {
    if (rows.length === 0) return
    const next = Math.max(0, Math.min(rows.length - 1, index))
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
    last: () => goTo(rows.length - 1),
    open: () => {
      const row = rows[current]
      if (row !== undefined && isFocusInside()) onOpen?.(row)
    },
  })

  useEffect(() => {
    // A row that was out of sight exists only after the list was drawn again.
    if (wantsFocus.current && focusRow(body.current, current)) wantsFocus.current = false
  })

  const template = { gridTemplateColumns: columns.map((column) => column.width).join(' ') }
  return (
    <div className={classes.frame} role="grid" aria-label={props.label} aria-rowcount={rows.length + 1}>
      <div role="rowgroup">
        <div className={classes.head} role="row" aria-rowindex={1} style={template}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={classes.cell}>
              {column.title}
            </div>
          ))}
        </div>
      </div>
      <div className={classes.body} ref={body} role="rowgroup">
        {rows.length === 0 ? (
          <div role="row">
            <div role="gridcell" className={classes.empty}>
              {props.empty}
            </div>
          </div>
        ) : (
          <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index]
              if (row === undefined) return null
              return (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter comes by the keyboard map
                <div
                  key={props.keyOf(row)}
                  role="row"
                  aria-rowindex={item.index + 2}
                  data-row={item.index}
                  data-opens={onOpen !== undefined}
                  tabIndex={item.index === current ? 0 : -1}
                  className={classes.row}
                  style={{ ...template, height: item.size, transform: `translateY(${item.start}px)` }}
                  onFocus={() => setAt(item.index)}
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
            })}
          </div>
        )}
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
