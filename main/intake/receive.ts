// The story of an arriving document: inspected, refused or known, else sealed, opened again, compared, and only then a scan.
import type { RefusedFileReason, Route } from '../../shared/ipc/parts.ts'
import { Fault } from '../../shared/faults.ts'
import type { Report } from '../jobs/index.ts'
import type { Arrivals } from '../scans/index.ts'
import type { Inspection, Screening } from '../screening/index.ts'
import type { Vault } from '../vault/index.ts'

export interface Arriving {
  fileName: string
  route: Route
  /** Read once; what is inspected is what is sealed. The caller overwrites them afterwards. */
  bytes: Uint8Array
  /** Who brought it; null for the watched folder. */
  actor: string | null
  /** `notice`: bytes that are kept already are not taken in again. */
  known: 'notice' | 'take-in'
  /** `to-remove`: the caller must remove the plain source next; the row remembers it until that is done. */
  source: 'kept' | 'to-remove'
}

export type Received =
  | { kind: 'taken-in'; scanId: string; arrivalNumber: string; fingerprint: string }
  | { kind: 'refused'; reason: RefusedFileReason }
  | {
      kind: 'duplicate'
      scanId: string
      arrivalNumber: string
      fingerprint: string
      fileName: string
      isOwnSource: boolean
    }

export interface ReceiveParts {
  vault: Pick<Vault, 'fingerprint' | 'sealObject' | 'openObject'>
  arrivals: Pick<Arrivals, 'reserve' | 'release' | 'register' | 'knownBy'>
  screening: Pick<Screening, 'inspect'>
}

/**
 * Killed at any moment: before `register` only a reserved place is left, which the next start clears; after it the scan is whole.
 * Faults: not-signed-in, disk-full, vault-damaged (the sealed copy does not open to the same bytes), cancelled.
 */
export async function receive(
  { vault, arrivals, screening }: ReceiveParts,
  arriving: Arriving,
  report: Report,
  signal: AbortSignal,
): Promise<Received> {
  report('inspecting', 0)
  const inspection = await inspect(screening, arriving.bytes, signal)
  if (inspection.kind === 'refused') return inspection

  const fingerprint = await vault.fingerprint(arriving.bytes)
  const known = await arrivals.knownBy(fingerprint)
  if (known && arriving.known === 'notice') {
    // A kill between sealing and removing leaves the source behind; its row says that it was to go.
    const isOwnSource = known.source === 'to-remove' && known.fileName === arriving.fileName
    const { scanId, arrivalNumber, fileName } = known
    return { kind: 'duplicate', scanId, arrivalNumber, fingerprint, fileName, isOwnSource }
  }

  report('sealing', 0.4)
  signal.throwIfAborted()
  const place = await arrivals.reserve()
  try {
    await vault.sealObject(place.slot, 'scan', arriving.bytes, place.objectId)
    report('comparing', 0.8)
    await compare(await vault.openObject(place.slot, 'scan', place.objectId), arriving.bytes)
    const { fileName, route, actor, source } = arriving
    const { format, pages } = inspection
    const scan = await arrivals.register(place, { fileName, route, format, pages, fingerprint, source, actor })
    return { kind: 'taken-in', ...scan, fingerprint }
  } catch (error) {
    await arrivals.release(place)
    throw error
  }
}

/** A file that kills or hangs its reader cannot be read: it is refused like a broken one, and not tried for ever. */
async function inspect(
  screening: ReceiveParts['screening'],
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Inspection> {
  try {
    return await screening.inspect(bytes, signal)
  } catch {
    signal.throwIfAborted()
    return { kind: 'refused', reason: 'broken' }
  }
}

async function compare(copy: Buffer, bytes: Uint8Array): Promise<void> {
  const isEqual = copy.equals(bytes)
  copy.fill(0)
  if (!isEqual) throw new Fault('vault-damaged', { part: 'scan' })
}
