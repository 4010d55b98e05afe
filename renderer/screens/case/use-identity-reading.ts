// Reads name, address and dates off the newest copy of a kind, page by page until a name is found; a person then looks it over.
import type { IdentityReading } from '../../../shared/identity.ts'
import type { CaseRecord, ScanRole } from '../../../shared/ipc/parts.ts'
import { useAct } from '../../queries.ts'

/** An ID has two sides, a form rarely more pages: further ones are looked at by eye. */
const pagesRead = 4

export function useIdentityReading(
  record: CaseRecord,
  scanRole: ScanRole,
  onRead: (reading: IdentityReading | null) => void,
): { isThere: boolean; isReading: boolean; read: () => void } {
  const reading = useAct('scans.readIdentity')
  const scan = record.scans.findLast(
    ({ role, stage }) => role === scanRole && stage !== 'received' && stage !== 'returned' && stage !== 'wiped',
  )
  const readPages = async () => {
    if (scan === undefined) return
    for (const page of scan.keptPages.slice(0, pagesRead)) {
      const answer = await reading.mutateAsync({ id: scan.id, page })
      if (answer.kind === 'read' && answer.reading.people.length > 0) return onRead(answer.reading)
    }
    onRead(null)
  }
  return {
    isThere: scan !== undefined,
    isReading: reading.isPending,
    // A fault was told to the reader by the call itself.
    read: () => void readPages().catch(() => undefined),
  }
}
