// Builds the parts of the desk and hands each what it needs: the only place that knows them all.
import { join } from 'node:path'
import type { Person } from '../shared/ipc/parts.ts'
import { permissions } from '../shared/ipc/permissions.ts'
import { createAgents, type Agents } from './agents/index.ts'
import { createAudit, type Audit } from './audit/index.ts'
import { createCases, type Cases, type ObstacleSource } from './cases/index.ts'
import { openDatabase } from './db/index.ts'
import { createFees, type Fees } from './fees/index.ts'
import { createIdentity, type Identity } from './identity/index.ts'
import { createIntake, type Intake } from './intake/index.ts'
import { createJobs, type Emit, type Jobs } from './jobs/index.ts'
import { placeOf, type Log } from './log.ts'
import { createLedger, type Ledger } from './ledger/index.ts'
import { createNotes, type Notes } from './notes/index.ts'
import { createNotices, type Notices } from './notices/index.ts'
import { openPapers } from './paper/index.ts'
import { createReports, type Reports } from './reports/index.ts'
import { createPost, createPostedView, type Post } from './post/index.ts'
import { createReminders, type Reminders } from './reminders/index.ts'
import { createRules, type Rules } from './rules/index.ts'
import { createPieces, type Pieces } from './pieces/index.ts'
import { createScans, type Scans } from './scans/index.ts'
import { startScreening } from './screening/index.ts'
import { createMaskingPolicies, createSettings, type MaskingPolicies, type Settings } from './settings/index.ts'
import { createStaff, type Staff } from './staff/index.ts'
import type { Surroundings } from './surroundings.ts'
import { describeStorage, openVault } from './vault/index.ts'
import { createWipes, type Wipes } from './wipe/index.ts'

/** Everything a call can reach. */
export interface Desk {
  staff: Staff
  reminders: Reminders
  settings: Settings
  maskingPolicies: MaskingPolicies
  rules: Rules
  intake: Intake
  scans: Scans
  cases: Cases
  pieces: Pieces
  agents: Agents
  fees: Fees
  identity: Identity
  notes: Notes
  notices: Notices
  post: Post
  wipes: Wipes
  ledger: Ledger
  reports: Reports
  audit: Audit
  jobs: Jobs
  signedIn(): Person | null
  isReadOnly(): boolean
  /** Stops what holds plain pages, forgets names, drops the desk key. */
  lock(): Promise<void>
  /** Locks, ends all work and closes the files. */
  close(): Promise<void>
}

/**
 * Opens the data folder, clears what a crash left half made, and waits for somebody to sign in.
 * Faults: database-locked, database-newer, vault-damaged, disk-full.
 */
export async function openDesk(surroundings: Surroundings, emit: Emit, log: Log): Promise<Desk> {
  const { dataFolder, modelsFolder, fontsFolder, lettersFolder, now, today, paper, dialogs, preferences } = surroundings
  const onBug = (error: unknown): void => log.write('unexpected', placeOf(error))

  const db = await openDatabase(join(dataFolder, 'desk.sqlite'))
  const { vault, lock: deskLock, close: closeVault } = await openVault({ dataFolder, keychain: surroundings.keychain })
  const storage = await describeStorage(dataFolder)
  const audit = await createAudit({
    db,
    now,
    seal: async (text) => (vault.isUnlocked() ? vault.chainSeal(text) : null),
    onBroken: () => emit('session.changed', {}),
  })
  const jobs = createJobs({ emit, onBug: (_kind, error) => onBug(error) })
  const papers = openPapers({ lettersFolder, fontsFolder })
  const screening = await startScreening({
    modelsFolder,
    workerFile: surroundings.screeningWorkerFile,
    pictures: surroundings.pictures,
    startWorker: surroundings.startWorker,
  })

  const settings = createSettings({ db, audit, preferences })
  const deskSettings = settings.desk
  const staff = createStaff({
    db,
    vault,
    lock: deskLock,
    audit,
    emit,
    papers,
    surroundings,
    storage,
    settings: deskSettings,
    isDigestDue: () => reminders.isDigestDue(),
    afterSignIn,
  })
  const nameOf = staff.displayName
  const maskingPolicies = createMaskingPolicies({ db, audit, nameOf, now })
  const rules = createRules({ db, audit, nameOf, now, today })

  /** Each part says for itself what stands in a case's way. */
  const obstaclesOf: ObstacleSource = async (caseId, source) => [
    ...(await scans.obstaclesOf(caseId, source)),
    ...(await pieces.obstaclesOf(caseId, source)),
    ...(await identity.obstaclesOf(caseId, source)),
    ...(await agents.obstaclesOf(caseId, source)),
    ...(await fees.obstaclesOf(caseId, source)),
  ]

  // Cases show their scans and letters, and scans and letters are sealed under their case: each asks the other by these functions.
  const cases: Cases = createCases({
    db,
    vault,
    audit,
    deskSettings,
    nameOf,
    trackingNumbers: () => posted.trackingNumbers(),
    letterEnded: (trx, ended, personId) => post.letters.endedInCase(trx, ended, personId),
    scansOf: (caseId) => scans.scansOf(caseId),
    noticesOf: (caseId) => notices.ofCase(caseId),
    moneyOrderIssuedOn: (caseId) => fees.moneyOrderIssuedOn(caseId),
    moneyOrdersIssuedOn: () => fees.moneyOrdersIssuedOn(),
    caseOpened: (trx, opened) => pieces.caseOpened(trx, opened),
    obstaclesOf,
    save: dialogs.save,
    now,
    today,
    emit,
  })
  const pieces: Pieces = createPieces({
    db,
    vault,
    audit,
    caseKeyOf: cases.caseKeyOf,
    paperMayGo: (scanId) => scans.paperMayGo(scanId),
    nameOf,
    now,
    today,
    emit,
  })
  const ofCases = { db, vault, audit, caseKeyOf: cases.caseKeyOf, nameOf, now, today, emit }
  const agents = createAgents(ofCases)
  const fees = createFees({ ...ofCases, pieces, kindOf: cases.kindOf, numberOf: cases.numberOf })
  const identity = createIdentity({ ...ofCases, ruleVersions: rules.versions, doubtedAt: cases.doubtedAt })
  const notes = createNotes({ ...ofCases, numberOf: cases.numberOf })
  const scans: Scans = createScans({
    db,
    vault,
    audit,
    jobs,
    screening,
    deskSettings,
    caseKeyOf: cases.caseKeyOf,
    paper: pieces.paper,
    sheetCases: cases.sheets,
    deskCode: settings.deskCode,
    personAtDesk: () => staff.signedIn()?.id ?? null,
    now,
    today,
    emit,
  })
  const posted = createPostedView({
    db,
    vault,
    deskSettings,
    addressedLetter: (noticeId) => notices.addressedLetter(noticeId),
    caseNumberOf: cases.numberOf,
    today,
  })
  const notices: Notices = createNotices({
    db,
    vault,
    audit,
    jobs,
    screening,
    cases,
    post: posted,
    agentOf: agents.recipientOf,
    paper,
    save: dialogs.save,
    papers,
    deskSettings,
    deskCode: settings.deskCode,
    ruleVersions: rules.versions,
    nameOf,
    now,
    today,
    emit,
  })
  const post: Post = createPost({
    db,
    vault,
    audit,
    cases,
    posted,
    letterOf: notices.letterOf,
    refuseStaleAddress: notices.refuseStaleAddress,
    noticeIds: notices.ids,
    papers,
    paper,
    save: dialogs.save,
    deskCode: settings.deskCode,
    caseNumberOf: cases.numberOf,
    caseNumbered: cases.sheets.numbered,
    deskSettings,
    now,
    today,
    emit,
  })
  const intake = createIntake({ vault, arrivals: scans.arrivals, screening, jobs, surroundings, emit, onBug })
  const wipes = createWipes({
    db,
    vault,
    audit,
    jobs,
    screening,
    papers,
    paper,
    dialogs,
    settings: deskSettings,
    cases,
    holders: [scans, notices, post, pieces, agents, fees, identity, notes, cases],
    storage,
    nameOf,
    dataFolder,
    appVersion: surroundings.appVersion,
    now,
    today,
    emit,
  })

  const reminders: Reminders = createReminders({
    db,
    cases,
    isReadOnly: audit.isBroken,
    preferences,
    notify: surroundings.notify,
    now,
    today,
    emit,
    onBug,
  })
  const ledger = createLedger({ cases, audit, jobs, save: dialogs.save, today })
  const reports = createReports({ cases, audit, papers, paper, save: dialogs.save, deskSettings, today })

  const swept = await intake.sweep()
  await notices.clearHalfMade()
  if (swept > 0) log.write('sweep', { count: swept })
  // A killed wipe goes on now; only its certificate waits for the desk key.
  void resumeWipes().catch(onBug)

  /** Nothing is destroyed on the word of a chain that is not walked to its end. */
  async function resumeWipes(): Promise<void> {
    if ((await audit.walked) && !audit.isBroken()) await wipes.resume()
  }

  /** Work that waited for the desk key goes on; nobody waits for it here. */
  function afterSignIn(person: Person): void {
    reminders.satDown(person)
    void audit.confirm().catch(onBug)
    void cases.warm().catch(onBug)
    if (audit.isBroken()) return
    void warm(person)
    void Promise.all([scans.resume(), intake.resume(), resumeWipes()]).catch(onBug)
  }

  /** What the person will wait for first, one after the other: letters are ready in a moment, the readers take long. */
  async function warm(person: Person): Promise<void> {
    const isHere = (call: 'notices.preview' | 'scans.get'): boolean =>
      staff.signedIn()?.id === person.id && permissions[call].some((role) => person.roles.includes(role))
    // A failure shows with the first letter.
    if (isHere('notices.preview')) await notices.warm().catch(() => undefined)
    if (isHere('scans.get')) scans.warm()
  }

  async function lock(): Promise<void> {
    await intake.pause()
    scans.pause()
    cases.forget()
    notices.forget()
    posted.forget()
    ledger.forget()
    reminders.gotUp()
    await staff.lock()
  }

  return {
    staff,
    reminders,
    settings,
    maskingPolicies,
    rules,
    intake,
    scans,
    cases,
    pieces,
    agents,
    fees,
    identity,
    notes,
    notices,
    post,
    wipes,
    ledger,
    reports,
    audit,
    jobs,
    signedIn: staff.signedIn,
    isReadOnly: audit.isBroken,
    lock,
    async close() {
      reminders.close()
      await lock()
      await audit.close()
      await jobs.close()
      await screening.close()
      await closeVault()
      await db.destroy()
    },
  }
}
