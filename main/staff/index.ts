// The people of the desk: the first administrator, accounts and roles, signing in and locking, passwords and the recovery code.
import { randomUUID } from 'node:crypto'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { clockBehind } from '../../shared/rules/clock-behind.ts'
import type { Audit } from '../audit/index.ts'
import type { Database } from '../db/index.ts'
import { inTurn, type Emit } from '../jobs/index.ts'
import type { Papers } from '../paper/index.ts'
import type { Surroundings } from '../surroundings.ts'
import type { DeskLock, Storage, Vault } from '../vault/index.ts'
import { createAttempts } from './attempts.ts'
import { requireStrength } from './password.ts'
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { recoverySheetHtml } from './recovery-sheet.ts'
import { addStaff, allStaff, changeKeySlot, changeStaff, type StaffRow } from './store.ts'

export { recoverySheetHtml } from './recovery-sheet.ts'

type Ask<Name extends 'session.signIn' | 'session.signInWithRecoveryCode' | 'staff.createAdministrator'> = (
  request: CallRequest<Name>,
) => Promise<CallAnswer<Name>>

export interface Staff {
  state(): Promise<CallAnswer<'session.state'>>
  /** Faults: wrong-password, too-many-attempts {seconds}, not-allowed (a disabled account), vault-damaged. */
  signIn: Ask<'session.signIn'>
  /** Faults: wrong-recovery-code (`slip`: the check characters do not fit), weak-password, too-many-attempts, not-allowed. */
  signInWithRecoveryCode: Ask<'session.signInWithRecoveryCode'>
  /** Drops the desk key. Nothing happens when nobody is signed in. */
  lock(): Promise<CallAnswer<'session.lock'>>
  /** Faults: already-set-up, weak-password; vault-damaged when there are keys but no people: then the database was lost. */
  createAdministrator: Ask<'staff.createAdministrator'>
  /** The sheet is made for the person alone who was just shown the code. Fault: not-found (to somebody else, or put away). */
  printRecoverySheet(
    request: CallRequest<'staff.printRecoverySheet'>,
    who: Person,
  ): Promise<CallAnswer<'staff.printRecoverySheet'>>
  saveRecoverySheet(
    request: CallRequest<'staff.saveRecoverySheet'>,
    who: Person,
  ): Promise<CallAnswer<'staff.saveRecoverySheet'>>
  /** Repeatable; somebody else's code stays. */
  confirmRecoveryCode(
    request: CallRequest<'staff.confirmRecoveryCode'>,
    who: Person,
  ): Promise<CallAnswer<'staff.confirmRecoveryCode'>>
  list(): Promise<CallAnswer<'staff.list'>>
  /** Faults: login-name-taken, weak-password. */
  add(request: CallRequest<'staff.add'>, who: Person): Promise<CallAnswer<'staff.add'>>
  /** Faults: not-found, last-administrator. */
  change(request: CallRequest<'staff.change'>, who: Person): Promise<CallAnswer<'staff.change'>>
  /** Faults: wrong-password, weak-password, too-many-attempts. */
  changePassword(request: CallRequest<'staff.changePassword'>, who: Person): Promise<CallAnswer<'staff.changePassword'>>
  signedIn(): Person | null
  /** For records that say who did something; empty for nobody known. Needs somebody signed in. */
  displayName(id: string): Promise<string>
}

export interface StaffParts {
  db: Database
  vault: Vault
  lock: DeskLock
  audit: Audit
  emit: Emit
  papers: Papers
  surroundings: {
    appVersion: string
    now(): Instant
    today(): CalendarDate
    keychain: Surroundings['keychain']
    dialogs: Pick<Surroundings['dialogs'], 'save'>
    paper: Pick<Surroundings['paper'], 'pdfOf' | 'print'>
  }
  storage: Storage
  settings(): Promise<CallAnswer<'settings.desk'>>
  /** Whether the person who signed in is first shown how the day stands. */
  isDigestDue(): Promise<boolean>
  /** Called when somebody has signed in: work that waits for the desk key may go on. */
  afterSignIn(person: Person): void
}

const nameColumn = 'staff.display_name_sealed'

export function createStaff(parts: StaffParts): Staff {
  const { db, vault, lock, audit, emit, papers, surroundings, storage } = parts
  const attempts = createAttempts(db, surroundings.now)
  // Two sign-ins at once would share one delay; two set-ups, one desk.
  const turn = inTurn()
  let signedIn: Person | null = null
  /** Shown once; kept for its sheet until the person has put it away or leaves. */
  let pendingCode: { code: string; shownTo: Person['id'] } | null = null

  async function personOf(row: StaffRow): Promise<Person> {
    const displayName = await vault.openColumn('desk', nameColumn, row.id, row.displayNameSealed)
    return { id: row.id, loginName: row.loginName, displayName, roles: row.roles, disabled: row.disabled }
  }

  const sealName = (id: string, name: string): Promise<Buffer> => vault.sealColumn('desk', nameColumn, id, name)

  async function rowNamed(loginName: string): Promise<StaffRow | undefined> {
    return (await allStaff(db)).find((row) => row.loginName.toLowerCase() === loginName.toLowerCase())
  }

  async function rowOf(id: string): Promise<StaffRow> {
    const row = (await allStaff(db)).find((one) => one.id === id)
    if (row === undefined) throw new Fault('not-found')
    return row
  }

  function admit(person: Person): void {
    signedIn = person
    parts.afterSignIn(person)
    emit('session.changed', {})
  }

  function leave(): void {
    signedIn = null
    pendingCode = null
    lock.lock()
    emit('session.changed', {})
  }

  /** New wrap, noted, then the old ones destroyed: killed anywhere, exactly one password opens the desk. */
  async function renewPassword(id: string, password: string): Promise<void> {
    await lock.forgetSpares(id)
    await changeKeySlot(db, id, await lock.addPassword(id, password))
    await lock.keepOnly(await allStaff(db))
    await lock.leaveSpare(id, password)
  }

  async function renewRecoveryCode(): Promise<string> {
    const code = makeRecoveryCode()
    await lock.forgetOtherRecoveryCodes(await lock.addRecoveryCode(bare(code)))
    return code
  }

  async function addPerson(
    request: { loginName: string; displayName: string; roles: Person['roles']; password: string },
    actor: string | null,
  ): Promise<Person> {
    const id = randomUUID()
    const keySlot = await lock.addPassword(id, request.password)
    const row: StaffRow = {
      id,
      loginName: request.loginName,
      displayNameSealed: await sealName(id, request.displayName),
      keySlot,
      disabled: false,
      roles: request.roles,
    }
    await db.transaction(async (trx) => {
      await addStaff(trx, row, surroundings.now())
      await audit.append(
        'staff-added',
        { actor: actor ?? id, subject: id, detail: { roles: row.roles.join(' ') } },
        trx,
      )
    })
    return personOf(row)
  }

  /** Right password of an account that is not disabled, or a Fault; a failure is audited. */
  async function open(
    loginName: string,
    by: string,
    wrong: Fault,
    attempt: (row: StaffRow) => Promise<boolean>,
  ): Promise<StaffRow> {
    const row = await rowNamed(loginName)
    const isRight = await attempts.tryOnce(loginName, async () => row !== undefined && (await attempt(row)))
    if (!isRight || row === undefined) {
      await audit.append('sign-in-failed', { actor: null, subject: row?.id ?? null, detail: { by } })
      throw wrong
    }
    if (row.disabled) {
      leave()
      await audit.append('sign-in-failed', { actor: null, subject: row.id, detail: { by, disabled: 1 } })
      throw new Fault('not-allowed')
    }
    return row
  }

  async function sheet(who: Person): Promise<Uint8Array> {
    if (pendingCode?.shownTo !== who.id) throw new Fault('not-found')
    const { company } = await parts.settings()
    return surroundings.paper.pdfOf(await recoverySheetHtml(papers, pendingCode.code, company, surroundings.today()))
  }

  return {
    async state() {
      const { idleLockMinutes } = await parts.settings()
      return {
        setUp: (await allStaff(db)).length > 0,
        person: signedIn,
        appVersion: surroundings.appVersion,
        today: surroundings.today(),
        keychain: surroundings.keychain === null ? 'none' : 'used',
        storageWarnings: storage.warnings,
        readOnly: audit.isBroken(),
        idleLockMinutes,
        digestDue: await parts.isDigestDue(),
        clockBehind: clockBehind(audit.latest(), surroundings.now()),
      }
    },
    signIn: ({ loginName, password }) =>
      turn(async () => {
        let isRepaired = false
        const row = await open(loginName, 'password', new Fault('wrong-password'), async ({ id, keySlot }) => {
          const outcome = await lock.unlock(keySlot, id, password)
          isRepaired = outcome === 'repaired'
          return outcome !== 'wrong'
        })
        if (isRepaired) {
          await renewPassword(row.id, password)
          await vault.destroyKey(row.keySlot)
        }
        await lock.keepOnly(await allStaff(db))
        await lock.leaveSpare(row.id, password)
        const person = await personOf(row)
        await audit.append('signed-in', { actor: row.id, subject: row.id, detail: { repaired: isRepaired ? 1 : 0 } })
        admit(person)
        return { person }
      }),
    signInWithRecoveryCode: ({ loginName, code, newPassword }) =>
      turn(async () => {
        const read = readRecoveryCode(code)
        if (read === null) throw new Fault('wrong-recovery-code', { slip: 1 })
        requireStrength(newPassword, loginName)
        const row = await open(loginName, 'recovery-code', new Fault('wrong-recovery-code'), async () => {
          return (await lock.unlockWithRecoveryCode(read)) === 'opened'
        })
        await renewPassword(row.id, newPassword)
        const newRecoveryCode = await renewRecoveryCode()
        const person = await personOf(row)
        await audit.append('recovery-code-used', { actor: row.id, subject: row.id })
        pendingCode = { code: newRecoveryCode, shownTo: person.id }
        admit(person)
        return { person, newRecoveryCode }
      }),
    lock: () =>
      turn(async () => {
        if (signedIn === null) return {}
        const { id } = signedIn
        leave()
        await audit.append('locked', { actor: id, subject: id })
        return {}
      }),
    createAdministrator: ({ loginName, displayName, password }) =>
      turn(async () => {
        if ((await allStaff(db)).length > 0) throw new Fault('already-set-up')
        if (lock.holdsKeys() || (await vault.listObjects()).length > 0)
          throw new Fault('vault-damaged', { part: 'database' })
        requireStrength(password, loginName)
        try {
          await lock.makeDeskKey()
          const recoveryCode = await renewRecoveryCode()
          const person = await addPerson({ loginName, displayName, roles: ['administrator'], password }, null)
          await audit.append('recovery-code-made', { actor: person.id, subject: null })
          pendingCode = { code: recoveryCode, shownTo: person.id }
          await lock.leaveSpare(person.id, password)
          admit(person)
          return { person, recoveryCode }
        } catch (error) {
          leave()
          throw error
        }
      }),
    async printRecoverySheet({ printer }, who) {
      await surroundings.paper.print(await sheet(who), printer, 'privacy-desk-recovery-sheet')
      await audit.append('recovery-sheet-printed', { actor: who.id, subject: null })
      return {}
    },
    async saveRecoverySheet(_, who) {
      const isSaved = await surroundings.dialogs.save('回復コード.pdf', await sheet(who))
      if (!isSaved) return { kind: 'cancelled' }
      await audit.append('recovery-sheet-printed', { actor: who.id, subject: null, detail: { to: 'file' } })
      return { kind: 'saved' }
    },
    async confirmRecoveryCode(_, who) {
      if (pendingCode?.shownTo === who.id) pendingCode = null
      return {}
    },
    list: async () => ({ people: await Promise.all((await allStaff(db)).map(personOf)) }),
    add: (request, who) =>
      turn(async () => {
        if ((await rowNamed(request.loginName)) !== undefined) throw new Fault('login-name-taken')
        requireStrength(request.password, request.loginName)
        return { person: await addPerson(request, who.id) }
      }),
    change: ({ id, displayName, roles, disabled }, who) =>
      turn(async () => {
        const row = await rowOf(id)
        const others = (await allStaff(db)).filter((one) => one.id !== id)
        const isAdministrator = (one: Pick<StaffRow, 'disabled' | 'roles'>): boolean =>
          !one.disabled && one.roles.includes('administrator')
        if (![...others, { disabled, roles }].some(isAdministrator)) throw new Fault('last-administrator')
        const displayNameSealed = await sealName(id, displayName)
        await db.transaction(async (trx) => {
          await changeStaff(trx, id, { displayNameSealed, roles, disabled })
          const detail = { roles: roles.join(' '), disabled: disabled ? 1 : 0 }
          await audit.append('staff-changed', { actor: who.id, subject: id, detail }, trx)
        })
        const person = await personOf({ ...row, displayNameSealed, roles, disabled })
        if (signedIn?.id === id && disabled) leave()
        else if (signedIn?.id === id) {
          signedIn = person
          emit('session.changed', {})
        }
        return { person }
      }),
    changePassword: ({ oldPassword, newPassword }, who) =>
      turn(async () => {
        const row = await rowOf(who.id)
        const isRight = await attempts.tryOnce(row.loginName, () => lock.fits(row.keySlot, row.id, oldPassword))
        if (!isRight) throw new Fault('wrong-password')
        requireStrength(newPassword, row.loginName)
        await renewPassword(row.id, newPassword)
        await audit.append('password-changed', { actor: who.id, subject: who.id })
        return {}
      }),
    signedIn: () => signedIn,
    async displayName(id) {
      const row = (await allStaff(db)).find((one) => one.id === id)
      return row === undefined ? '' : (await personOf(row)).displayName
    },
  }
}

/** What is wrapped under: the code's data characters, however it is grouped. */
function bare(code: string): string {
  const read = readRecoveryCode(code)
  if (read === null) throw new Error('A recovery code that was just made does not read back.')
  return read
}
