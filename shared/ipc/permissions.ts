// Who may make which call: the one table, checked by serve.ts for every call.
import type { Role } from '../roles.ts'
import type { CallName } from './contract.ts'

/** `anyone`: before sign-in too. `signed-in`: any role. Else: one of the roles. */
export type Permission = 'anyone' | 'signed-in' | readonly Role[]

const desk = ['clerk', 'reviewer'] as const
const readers = ['clerk', 'reviewer', 'auditor', 'administrator'] as const
const trust = ['reviewer', 'auditor', 'administrator'] as const

/** Source: the roles table of the product. An auditor opens no scan and changes nothing; an administrator sees no scan. */
export const permissions = {
  'session.state': 'anyone',
  'session.signIn': 'anyone',
  'session.signInWithRecoveryCode': 'anyone',
  'session.lock': 'anyone',
  'staff.createAdministrator': 'anyone',
  // Whoever was just shown a code; main looks who that is.
  'staff.printRecoverySheet': 'signed-in',
  'staff.saveRecoverySheet': 'signed-in',
  'staff.confirmRecoveryCode': 'signed-in',
  'staff.list': ['administrator', 'auditor'],
  'staff.add': ['administrator'],
  'staff.change': ['administrator'],
  'staff.changePassword': 'signed-in',
  'settings.desk': 'signed-in',
  'settings.changeDesk': ['administrator'],
  'rules.list': 'signed-in',
  'rules.add': ['administrator'],
  'rules.check': ['administrator'],
  'rules.withdraw': ['administrator'],
  'settings.preferences': 'anyone',
  'settings.changePreferences': 'anyone',
  'intake.pick': desk,
  'intake.drop': desk,
  'intake.attention': desk,
  'intake.resolveAttention': desk,
  'intake.watch': readers,
  'intake.chooseWatchedFolder': ['clerk', 'reviewer', 'administrator'],
  'intake.stopWatching': ['clerk', 'reviewer', 'administrator'],
  'scans.inbox': desk,
  'scans.get': desk,
  'scans.picture': desk,
  'scans.screenAgain': desk,
  'scans.turnPage': desk,
  'scans.decide': desk,
  'scans.addFinding': desk,
  'scans.removeFinding': desk,
  'scans.confirmPage': desk,
  'scans.prepare': desk,
  'scans.reopen': desk,
  'scans.finish': desk,
  'scans.file': desk,
  'scans.discard': desk,
  'scans.settlePaper': desk,
  'cases.open': desk,
  'cases.get': desk,
  'cases.list': desk,
  'cases.changeRequester': desk,
  'cases.record': desk,
  'cases.board': desk,
  'notices.make': desk,
  'notices.picture': desk,
  'notices.print': desk,
  'notices.save': desk,
  'notices.dispatch': desk,
  'printers.list': 'signed-in',
  'wipes.plan': desk,
  'wipes.start': desk,
  'wipes.get': readers,
  'wipes.list': readers,
  'wipes.certificatePicture': readers,
  'wipes.saveCertificate': readers,
  'wipes.printCertificate': readers,
  'wipes.checkCertificate': readers,
  'audit.list': trust,
  'audit.verify': trust,
  'jobs.list': desk,
  'jobs.cancel': desk,
} as const satisfies Record<CallName, Permission>

/** Calls that a person may make without being signed in. */
export type OpenCallName = { [Name in CallName]: (typeof permissions)[Name] extends 'anyone' ? Name : never }[CallName]

/** Calls that change nothing of the desk's records: all that is left when the audit chain is broken. */
export const readingCalls: ReadonlySet<CallName> = new Set<CallName>([
  'session.state',
  'session.lock',
  'staff.confirmRecoveryCode',
  'staff.list',
  'settings.desk',
  'rules.list',
  'settings.preferences',
  'intake.attention',
  'intake.watch',
  'scans.inbox',
  'scans.get',
  'scans.picture',
  'cases.get',
  'cases.list',
  'cases.board',
  'notices.picture',
  'printers.list',
  'wipes.plan',
  'wipes.get',
  'wipes.list',
  'wipes.certificatePicture',
  'wipes.checkCertificate',
  'audit.list',
  'audit.verify',
  'jobs.list',
])
