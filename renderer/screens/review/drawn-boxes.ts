// Findings as boxes over the upright page, with the words and colours of their state.
import type { TFunction } from 'i18next'
import { unreachable } from '../../../shared/faults.ts'
import type { FindingRecord, ScanPage } from '../../../shared/ipc/parts.ts'
import type { Box, FieldState } from '../../../shared/screening.ts'
import type { DrawnBox } from './box-layer.tsx'
import { turnedBox } from './turned-boxes.ts'

const colors: Record<FieldState, string> = {
  visible: '#c92a2a',
  'see-through': '#b8440a',
  unreadable: '#b8440a',
  masked: '#495057',
  omitted: '#495057',
  blank: '#495057',
}

/** The findings of `page`, in the order of the list beside it. */
export function drawnFindings(page: ScanPage, selectedId: string | null, t: TFunction): DrawnBox[] {
  return page.findings.map((finding, index) => ({
    id: finding.id,
    box: turnedBox(finding.box, page, page.turn),
    words: `${index + 1} ${t(`common.field.${finding.field}`)} ${wordsOf(finding, t)}`,
    color: finding.decision === null ? colors[finding.state] : '#1f2430',
    look: lookOf(finding),
    isSelected: finding.id === selectedId,
  }))
}

/** What could still be read inside a mask. */
export function drawnLegible(page: ScanPage, boxes: readonly Box[], t: TFunction): DrawnBox[] {
  return boxes.map((box, index) => ({
    id: `legible-${index}`,
    box: turnedBox(box, page, page.turn),
    words: t('common.fieldState.visible'),
    color: '#c92a2a',
    look: 'open',
    isSelected: false,
  }))
}

function wordsOf(finding: FindingRecord, t: TFunction): string {
  return finding.decision === null ? t(`common.fieldState.${finding.state}`) : t(`common.decision.${finding.decision}`)
}

function lookOf({ decision }: FindingRecord): DrawnBox['look'] {
  switch (decision) {
    case 'mask-and-keep':
    case 'mask-and-ask':
      return 'cover'
    case 'false-alarm':
      return 'dismissed'
    case 'return-to-sender':
    case null:
      return 'open'
    default:
      return unreachable(decision)
  }
}
