// The people of the desk over the real vault and database: setting up, signing in, waiting after failures, passwords, recovery, roles.
import { randomBytes, randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openPapers } from '../../main/paper/index.ts'
import { createSettings } from '../../main/settings/index.ts'
import { createStaff, type Staff } from '../../main/staff/index.ts'
import { makeRecoveryCode, readRecoveryCode } from '../../main/staff/recovery-code.ts'
import type { Keychain } from '../../main/surroundings.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { permissions, readingCalls } from '../../shared/ipc/permissions.ts'
import { defaultPreferences } from '../../shared/settings.ts'
import { rawSearch, tempDesk, there, type TempDesk } from './desk-fixture.ts'
import { fontsFolder, lettersFolder } from './papers-fixture.ts'

const fonts = await fontsFolder()
const password = 'correct horse battery'
const administrator = { loginName: 'kanri', displayName: '管理 一郎', password }

let desk: TempDesk
let staff: Staff
let printed: string[]
let keychain: Keychain | null

/** A keychain of one OS account: XOR with a secret of its own; like safeStorage it opens altered bytes to garbage. */
function accountKeychain(): Keychain {
  const secret = randomBytes(64)
  const mix = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => byte ^ there(secret[index % secret.length]))
  return { protect: async (bytes) => mix(bytes), unprotect: async (bytes) => mix(bytes) }
}

function staffOf(opened: TempDesk): Staff {
  return createStaff({
    db: opened.db,
    vault: opened.vault,
    lock: opened.lock,
    audit: opened.audit,
    emit: opened.emit,
    papers: openPapers({ lettersFolder, fontsFolder: fonts }),
    surroundings: {
      appVersion: '0.1.0',
      now: opened.clock.now,
      today: opened.clock.today,
      keychain,
      dialogs: { save: async (name) => printed.push(name) > 0 },
      paper: {
        pdfOf: async (html) => Buffer.from(html),
        print: async (pdf) => void printed.push(Buffer.from(pdf).toString()),
      },
    },
    storage: { fileSystem: 'ext4', mountOptions: 'rw', warnings: [] },
    settings: createSettings({
      db: opened.db,
      audit: opened.audit,
      preferences: { get: () => defaultPreferences, set: () => undefined },
    }).desk,
    isDigestDue: async () => false,
    afterSignIn: () => undefined,
  })
}

async function restart(): Promise<void> {
  await desk.close()
  desk = await tempDesk({ folder: desk.folder, clock: desk.clock, keychain })
  staff = staffOf(desk)
}

beforeEach(async () => {
  keychain = null
  printed = []
  desk = await tempDesk()
  staff = staffOf(desk)
})
afterEach(() => desk.remove())

async function events(): Promise<string[]> {
  return (await desk.audit.list({ before: null, limit: 500 })).entries.map(({ event }) => event).reverse()
}

describe('setting up', () => {
  test('makes the first administrator, signed in, and a code that opens the desk', async () => {
    expect(await staff.state()).toMatchObject({
      setUp: false,
      person: null,
      keychain: 'none',
      idleLockMinutes: 10,
      today: '2026-11-24',
    })
    const { person, recoveryCode } = await staff.createAdministrator(administrator)
    expect(person).toMatchObject({
      loginName: 'kanri',
      displayName: '管理 一郎',
      roles: ['administrator'],
      disabled: false,
    })
    expect(staff.signedIn()).toEqual(person)
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    await expect(staff.createAdministrator(administrator)).rejects.toMatchObject({ code: 'already-set-up' })
    expect(await events()).toEqual(['staff-added', 'recovery-code-made'])
  })

  test.each(['short', 'aaaaaaaaaaaaaaaa', 'kanri1234567'])(
    'refuses the weak password %s and stays as it was',
    async (weak) => {
      await expect(staff.createAdministrator({ ...administrator, password: weak })).rejects.toMatchObject({
        code: 'weak-password',
      })
      expect((await staff.state()).setUp).toBe(false)
      expect(desk.vault.isUnlocked()).toBe(false)
      await staff.createAdministrator(administrator)
    },
  )

  test('refuses to make a new desk key over sealed data whose database was lost', async () => {
    await staff.createAdministrator(administrator)
    await desk.vault.createKey('case', randomUUID(), 'desk')
    await desk.close()
    for (const ending of ['', '-wal']) await rm(join(desk.folder, `desk.sqlite${ending}`), { force: true })
    desk = await tempDesk({ folder: desk.folder })
    staff = staffOf(desk)
    await expect(staff.createAdministrator(administrator)).rejects.toMatchObject({
      code: 'vault-damaged',
      detail: { part: 'database' },
    })
  })

  test('no password, code or name lies in the folder', async () => {
    const { recoveryCode } = await staff.createAdministrator(administrator)
    for (const secret of [password, recoveryCode, recoveryCode.replaceAll('-', ''), '管理 一郎']) {
      expect(await rawSearch(desk.folder, Buffer.from(secret))).toEqual([])
    }
    expect(await rawSearch(desk.folder, Buffer.from('kanri'))).not.toEqual([])
  })
})

describe('signing in', () => {
  beforeEach(async () => {
    await staff.createAdministrator(administrator)
    await restart()
  })

  test('opens with the password, in any letter case of the name and width of the password; lock closes', async () => {
    expect(desk.vault.isUnlocked()).toBe(false)
    const { person } = await staff.signIn({ loginName: 'KANRI', password: 'ｃｏｒｒｅｃｔ horse battery' })
    expect(person.displayName).toBe('管理 一郎')
    expect(desk.vault.isUnlocked()).toBe(true)
    await staff.lock()
    expect(staff.signedIn()).toBeNull()
    expect(desk.vault.isUnlocked()).toBe(false)
    expect(desk.told.map(({ name }) => name)).toEqual(['session.changed', 'session.changed'])
    expect((await events()).slice(-2)).toEqual(['signed-in', 'locked'])
  })

  test('a wrong password or name is refused alike and does not sign the present person out', async () => {
    await staff.signIn({ loginName: 'kanri', password })
    await expect(staff.signIn({ loginName: 'kanri', password: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-password',
    })
    await expect(staff.signIn({ loginName: 'nobody', password })).rejects.toMatchObject({ code: 'wrong-password' })
    expect(staff.signedIn()?.loginName).toBe('kanri')
    expect(desk.vault.isUnlocked()).toBe(true)
  })

  test('the delay grows, survives a restart and a clock that was set back, and ends', async () => {
    const wrong = { loginName: 'kanri', password: 'wrong password' }
    for (let tries = 0; tries < 2; tries += 1)
      await expect(staff.signIn(wrong)).rejects.toMatchObject({ code: 'wrong-password' })
    for (const seconds of [5, 10, 20, 40]) {
      await expect(staff.signIn(wrong)).rejects.toMatchObject({ code: 'wrong-password' })
      await expect(staff.signIn(wrong)).rejects.toMatchObject({ code: 'too-many-attempts', detail: { seconds } })
      desk.clock.move(seconds < 40 ? seconds : 0)
    }
    await restart()
    await expect(staff.signIn({ loginName: 'kanri', password })).rejects.toMatchObject({
      code: 'too-many-attempts',
      detail: { seconds: 40 },
    })
    desk.clock.move(-3600)
    await expect(staff.signIn({ loginName: 'kanri', password })).rejects.toMatchObject({
      code: 'too-many-attempts',
      detail: { seconds: 40 },
    })
    desk.clock.move(40)
    await staff.signIn({ loginName: 'kanri', password })
    await expect(staff.signIn({ loginName: 'kanri', password: 'wrong password' })).rejects.toMatchObject({
      code: 'wrong-password',
    })
  })
})

describe('passwords', () => {
  test('a change closes the old one and re-encrypts nothing', async () => {
    const { person } = await staff.createAdministrator(administrator)
    const slot = await desk.vault.createKey('case', randomUUID(), 'desk')
    const { id } = await desk.vault.sealObject(slot, 'scan', Buffer.from('as before'))
    const before = await desk.vault.describeObject(id)
    await expect(
      staff.changePassword({ oldPassword: 'wrong', newPassword: 'another good password' }, person),
    ).rejects.toMatchObject({
      code: 'wrong-password',
    })
    await staff.changePassword({ oldPassword: password, newPassword: 'another good password' }, person)
    await restart()
    await expect(staff.signIn({ loginName: 'kanri', password })).rejects.toMatchObject({ code: 'wrong-password' })
    await staff.signIn({ loginName: 'kanri', password: 'another good password' })
    expect((await desk.vault.openObject(slot, 'scan', id)).toString()).toBe('as before')
    expect(await desk.vault.describeObject(id)).toEqual(before)
  })

  test('the recovery code opens the desk once, sets a new password, and is replaced', async () => {
    const { recoveryCode } = await staff.createAdministrator(administrator)
    await restart()
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    const newPassword = 'remembered this time'
    const { person, newRecoveryCode } = await staff.signInWithRecoveryCode({
      loginName: 'kanri',
      code: typed,
      newPassword,
    })
    expect(staff.signedIn()).toEqual(person)
    expect(newRecoveryCode).not.toBe(recoveryCode)
    await restart()
    await expect(
      staff.signInWithRecoveryCode({ loginName: 'kanri', code: recoveryCode, newPassword }),
    ).rejects.toMatchObject({
      code: 'wrong-recovery-code',
      detail: {},
    })
    await expect(staff.signIn({ loginName: 'kanri', password })).rejects.toMatchObject({ code: 'wrong-password' })
    await staff.signIn({ loginName: 'kanri', password: newPassword })
    await staff.lock()
    await staff.signInWithRecoveryCode({ loginName: 'kanri', code: newRecoveryCode, newPassword })
  })

  test('the sheet is printed while the code is pending, and only then', async () => {
    const { person, recoveryCode } = await staff.createAdministrator(administrator)
    await staff.printRecoverySheet({ printer: 'PDF' }, person)
    for (const group of recoveryCode.split('-')) expect(printed[0]).toContain(`<span>${group}</span>`)
    expect(await staff.saveRecoverySheet({}, person)).toEqual({ kind: 'saved' })
    await staff.confirmRecoveryCode({}, person)
    await expect(staff.printRecoverySheet({ printer: 'PDF' }, person)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('whoever used the code prints the sheet of the new one, whatever their role, and nobody else does', async () => {
    const { person: chief, recoveryCode: code } = await staff.createAdministrator(administrator)
    const clerk = { loginName: 'hanako', displayName: '受付 花子', roles: ['clerk' as const] }
    await staff.add({ ...clerk, password: 'a password of her own' }, chief)
    await restart()
    const newPassword = 'remembered this time'
    const recovered = await staff.signInWithRecoveryCode({ loginName: 'hanako', code, newPassword })
    const sheetFor = (who: Person) => staff.printRecoverySheet({ printer: 'PDF' }, who)
    await expect(sheetFor(chief)).rejects.toMatchObject({ code: 'not-found' })
    await staff.confirmRecoveryCode({}, chief)
    await sheetFor(recovered.person)
    for (const group of recovered.newRecoveryCode.split('-')) expect(printed[0]).toContain(`<span>${group}</span>`)
    await staff.confirmRecoveryCode({}, recovered.person)
    await expect(sheetFor(recovered.person)).rejects.toMatchObject({ code: 'not-found' })
    expect(permissions['staff.printRecoverySheet']).toBe('signed-in')
    // Nobody is held before the shown code, also when nothing may be changed.
    expect(readingCalls.has('staff.confirmRecoveryCode')).toBe(true)
  })
})

describe('a recovery code', () => {
  test('has 130 bits of its own and reads back', () => {
    const codes = Array.from({ length: 200 }, makeRecoveryCode)
    expect(new Set(codes).size).toBe(200)
    for (const code of codes) expect(readRecoveryCode(`　${code.replaceAll('-', '－')} `)).toHaveLength(26)
  })

  test('tells nearly every slip of one character', () => {
    const code = makeRecoveryCode()
    const slips = [...code].flatMap((character, index) =>
      character === '-'
        ? []
        : [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((other) => code.slice(0, index) + other + code.slice(index + 1)),
    )
    const unseen = slips.filter((slip) => slip !== code && readRecoveryCode(slip) !== null)
    expect(unseen.length).toBeLessThan(slips.length / 100)
  })
})

describe('accounts', () => {
  test('an added person signs in with their own password and roles; a disabled one does not', async () => {
    const { person: admin } = await staff.createAdministrator(administrator)
    const clerk = {
      loginName: 'uketsuke',
      displayName: '受付 花子',
      roles: ['clerk' as const],
      password: 'window envelope 45',
    }
    const { person } = await staff.add(clerk, admin)
    await expect(staff.add({ ...clerk, loginName: 'Uketsuke' }, admin)).rejects.toMatchObject({
      code: 'login-name-taken',
    })
    expect((await staff.list()).people.map(({ loginName }) => loginName)).toEqual(['kanri', 'uketsuke'])
    await restart()
    expect((await staff.signIn({ loginName: 'uketsuke', password: clerk.password })).person).toEqual(person)
    expect(await staff.displayName(admin.id)).toBe('管理 一郎')
    await staff.signIn({ loginName: 'kanri', password })
    await staff.change({ id: person.id, displayName: '受付 花江', roles: ['clerk', 'reviewer'], disabled: true }, admin)
    expect((await staff.list()).people[1]).toMatchObject({
      displayName: '受付 花江',
      roles: ['clerk', 'reviewer'],
      disabled: true,
    })
    await expect(staff.signIn({ loginName: 'uketsuke', password: clerk.password })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(desk.vault.isUnlocked()).toBe(false)
  })

  test('the last administrator can neither be disabled nor lose the role', async () => {
    const { person: admin } = await staff.createAdministrator(administrator)
    const { person: second } = await staff.add(
      { ...administrator, loginName: 'second', roles: ['administrator'] },
      admin,
    )
    await staff.change({ ...second, disabled: true }, admin)
    for (const change of [{ disabled: true }, { roles: ['clerk' as const] }]) {
      await expect(staff.change({ ...admin, ...change }, admin)).rejects.toMatchObject({ code: 'last-administrator' })
    }
    await staff.change({ ...second, disabled: false }, admin)
    await staff.change({ ...admin, disabled: true }, admin)
    expect(staff.signedIn()).toBeNull()
  })
})

describe('a keychain', () => {
  const damageOwnSlot = async (): Promise<void> => {
    const [slot] = z.array(z.number()).parse(await desk.db('staff').pluck('key_slot'))
    await desk.close()
    const file = await open(join(desk.folder, 'keys.slots'), 'r+')
    await file.write(randomBytes(8), 0, 8, (2 + there(slot)) * 4096 + 60)
    await file.close()
    desk = await tempDesk({ folder: desk.folder, keychain })
    staff = staffOf(desk)
  }

  test('keeps a spare that opens with the password where the own slot is damaged, and repairs it', async () => {
    keychain = accountKeychain()
    await desk.remove()
    desk = await tempDesk({ keychain })
    staff = staffOf(desk)
    await staff.createAdministrator(administrator)
    expect((await staff.state()).keychain).toBe('used')
    await damageOwnSlot()
    await expect(staff.signIn({ loginName: 'kanri', password: 'not the password' })).rejects.toMatchObject({
      code: 'vault-damaged',
    })
    await staff.signIn({ loginName: 'kanri', password })
    expect(desk.vault.damagedSlots()).toEqual([])
    keychain = null
    await restart()
    await staff.signIn({ loginName: 'kanri', password })
  })

  test('opens nothing for another OS account or a new PC; the password alone does', async () => {
    keychain = accountKeychain()
    await desk.remove()
    desk = await tempDesk({ keychain })
    staff = staffOf(desk)
    await staff.createAdministrator(administrator)
    for (const other of [accountKeychain(), null]) {
      keychain = other
      await restart()
      await staff.signIn({ loginName: 'kanri', password })
    }
    keychain = accountKeychain()
    await damageOwnSlot()
    await expect(staff.signIn({ loginName: 'kanri', password })).rejects.toMatchObject({ code: 'vault-damaged' })
  })
})
