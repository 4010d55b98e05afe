// One page of a kept scan, plain in memory: the original until the scan is finished, its masked copy afterwards or on request.
import { Fault } from '../../shared/faults.ts'
import type { Vault } from '../vault/index.ts'
import { held } from './parts.ts'
import type { PageRow, ScanRow } from './store.ts'

/** The caller overwrites the bytes after use. `index` is the page's place in the file. Fault: wrong-stage (no such version exists now). */
export async function openPage(
  vault: Pick<Vault, 'openObject'>,
  scan: ScanRow,
  page: PageRow,
  version: 'current' | 'prepared',
): Promise<{ bytes: Buffer; index: number }> {
  if (scan.stage === 'returned' || scan.stage === 'wiped') throw new Fault('wrong-stage')
  const isMasked = version === 'prepared' || scan.stage === 'finished'
  if (isMasked && page.masked_object !== null) {
    if (scan.stage !== 'prepared' && scan.stage !== 'finished') throw new Fault('wrong-stage')
    return { bytes: await vault.openObject(held(scan.masked_slot), 'masked-page', page.masked_object), index: 0 }
  }
  if (isMasked || scan.original_slot === null) throw new Fault('wrong-stage')
  return {
    bytes: await vault.openObject(scan.original_slot, 'scan', held(scan.original_object)),
    index: page.page - 1,
  }
}
