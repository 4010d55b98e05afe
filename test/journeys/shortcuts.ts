// Brings a desk over its contract to where a test begins, for tests of something else than the screens on the way.
import type { Page } from 'playwright-core'
import type { Crossing } from '../../shared/ipc/contract.ts'
import type { Role } from '../../shared/roles.ts'
import { ask } from './bridge.ts'
import type { Account } from './screens/door.ts'

export const administrator: Account = { loginName: 'kanri', displayName: '管理 一郎', password: 'specimen-kanri-2026' }
export const clerk: Account = { loginName: 'uketsuke', displayName: '受付 花子', password: 'specimen-uketsuke-2026' }
export const reviewer: Account = { loginName: 'shonin', displayName: '承認 次郎', password: 'specimen-shonin-2026' }

/** The answer as it crossed, also to what the contract does not know. */
export async function call(page: Page, name: string, request: unknown): Promise<Crossing<unknown>> {
  const question: [string, unknown] = [name, request]
  return page.evaluate(([called, body]) => Reflect.get(window, 'desk').call(called, body), question)
}

/** Empty when the call was answered. */
export async function refusal(page: Page, name: string, request: unknown = {}): Promise<string> {
  const crossing = await call(page, name, request)
  return crossing.ok ? '' : crossing.code
}

/** The desk's first start: the administrator, then everybody else; nobody is signed in afterwards. */
export async function staffDesk(
  page: Page,
  others: readonly (Account & { roles: Role[] })[],
): Promise<{ recoveryCode: string }> {
  const { recoveryCode } = await ask(page, 'staff.createAdministrator', administrator)
  await ask(page, 'staff.confirmRecoveryCode', {})
  for (const person of others) await ask(page, 'staff.add', person)
  await ask(page, 'session.lock', {})
  return { recoveryCode }
}

/** The digest of the day, if there is one, is taken as read. */
export async function signIn(page: Page, { loginName, password }: Account): Promise<void> {
  await ask(page, 'session.signIn', { loginName, password })
  if ((await ask(page, 'session.state', {})).digestDue) await ask(page, 'reminders.digestSeen', {})
}

/** As if dropped on the window; resolves with the id of the scan that was taken in. */
export async function drop(page: Page, name: string, bytes: Buffer): Promise<string> {
  const before = await inboxIds(page)
  await page.evaluate(
    async ([fileName, encoded]) => {
      const files = [{ name: fileName, bytes: Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)) }]
      const crossing = await Reflect.get(window, 'desk').call('intake.drop', { files })
      if (!crossing.ok) throw new Error(crossing.code)
    },
    [name, bytes.toString('base64')] as const,
  )
  const id = (await inboxIds(page)).find((one) => !before.includes(one))
  if (id === undefined) throw new Error(`${name} was not taken in.`)
  return id
}

async function inboxIds(page: Page): Promise<string[]> {
  return (await ask(page, 'scans.inbox', {})).scans.map(({ id }) => id)
}

/** Asks again until the answer is as wanted. */
export async function until<T>(
  look: () => Promise<T>,
  isWanted: (answer: T) => boolean,
  timeoutMs = 180_000,
): Promise<T> {
  const giveUpAt = Date.now() + timeoutMs
  for (;;) {
    const answer = await look()
    if (isWanted(answer)) return answer
    if (Date.now() > giveUpAt) throw new Error(`It did not come to be: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
