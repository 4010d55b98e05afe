// A check of identity as a clerk would record it: the licence says what the form says, where it can be read.
import type { Page } from 'playwright-core'
import { ask } from './bridge.ts'

export async function checkIdentity(
  page: Page,
  caseId: string,
  { name, address }: { name: string; address: string },
  { isLegible } = { isLegible: true },
): Promise<void> {
  const written = { name, address }
  await ask(page, 'identity.record', {
    caseId,
    idKind: 'licence',
    method: 'copy-by-post',
    presented: {
      expiresOn: '2099-12-31',
      issuedOn: null,
      showsAddress: true,
      hasAllSides: true,
      hasSecondDocument: false,
    },
    isLegible,
    showsForbiddenField: false,
    accepted: [],
    details: { onId: written, onForm: written, reason: '' },
  })
}
