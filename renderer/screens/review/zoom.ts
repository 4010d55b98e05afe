// How large the page is shown: fitted to the view, or at a scale of its own.
import type { Size } from './turned-boxes.ts'

/** A number is a scale: screen pixels per page pixel. */
export type Zoom = 'width' | 'page' | number

/** Padding around the page and a scrollbar beside it. */
const marginPx = 40
const smallest = 0.05
const largest = 6

/** Screen pixels per page pixel in a view of that size. */
export function scaleOf(zoom: Zoom, page: Size, view: Size): number {
  if (typeof zoom === 'number') return zoom
  const byWidth = Math.max(smallest, (view.width - marginPx) / page.width)
  const byHeight = Math.max(smallest, (view.height - marginPx) / page.height)
  return zoom === 'width' ? byWidth : Math.min(byWidth, byHeight)
}

export const zoomed = (scale: number, factor: number): number => Math.min(largest, Math.max(smallest, scale * factor))
