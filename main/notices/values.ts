// What a letter's text may say of a case: these values and nothing else. No note of the case is among them.
import { mustMask } from '../../shared/rules/masking-policy.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { feeRequests, languageOf, type LetterInputs, type LetterKind } from '../../shared/letters.ts'
import { addBusinessDays } from '../../shared/rules/calendar.ts'
import { correctionWaitUntil, formWaitUntil } from '../../shared/rules/clock-lengths.ts'
import type { DatedVersion } from '../../shared/rules/dated/index.ts'
import type { EnvelopeCode } from '../../shared/rules/envelope-code.ts'
import type { DeskCode } from '../../shared/rules/sheet-code.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Addressee } from '../cases/index.ts'
import { claimOn, idDocumentsOn, refusalWordsOn } from './legal-words.ts'
import type { Sender } from './page-layout.ts'
import type { Recipient } from './recipients.ts'
import type { Wording } from './wording.ts'
import { wordings } from './wordings.ts'

export interface LetterFacts {
  kind: LetterKind
  to: Addressee
  /** Who stands in the envelope's window. */
  recipient: Recipient
  inputs: LetterInputs
  settings: DeskSettings
  /** The letter's date: the law is quoted as of this day. */
  today: CalendarDate
  /** What tells this desk's sheets from another's. */
  desk: DeskCode
  /** Stands on every page, and on the label: what goes into one envelope says the same. */
  envelope: EnvelopeCode
  /** The dated tables. */
  versions: readonly DatedVersion[]
}

/** A value that a letter has no use for is absent, so that a text that names it is refused; `has…` tells beforehand. */
export function letterValues(facts: LetterFacts, sender: Sender) {
  const { kind, to, inputs, settings, today } = facts
  const language = languageOf(to.lane)
  const wording = wordings[language]
  const hasFee = feeRequests.includes(to.kind)
  const law = legalOf(facts, wording)
  const { company } = settings
  return {
    number: to.number,
    date: wording.date(today),
    arrivedOn: wording.date(to.arrivedOn),
    requestKind: to.kind,
    matter: wording.matters[to.kind],
    action: wording.actions[to.kind],
    subject: wording.subjects[to.kind],
    formTitle: wording.formTitles[to.kind],
    sheetTitle: wording.sheetTitles[to.kind],
    requester: { name: to.requester.name },
    sender: { name: sender.name, desk: sender.desk, postalCode: sender.postalCode, address: sender.address },
    closing: language === 'ja' ? company.closing : company.english.closing,
    law: { claim: law.claim },
    idDocuments: law.idDocuments,
    hasNoLonger: law.noLonger !== '',
    ...(law.noLonger === '' ? {} : { noLonger: law.noLonger }),
    alsoHeadOfRegister: mustMask(settings.maskingPolicy, 'juminhyo', 'head-of-register'),
    until: wording.until(inputs.until ?? untilOf(kind, settings, today)),
    hasText: inputs.text !== '',
    ...(inputs.text === '' ? {} : { text: inputs.text }),
    hasItems: inputs.items.length > 0,
    items: inputs.items.map((item) => (item === 'id-illegible' ? illegibleItem(inputs, wording) : wording.items[item])),
    sheet: inputs.sheet.map(({ item, content }) => ({ item, content, hasContent: content !== '' })),
    sheetCount: inputs.sheet.length,
    hasFee,
    ...(hasFee ? { fee: { amount: wording.amount(settings.disclosureFeeYen), means: wording.feeMeans } } : {}),
    ...(inputs.amountYen === null ? {} : { amount: wording.amount(inputs.amountYen) }),
    ...(law.reason === null ? {} : { reason: law.reason }),
  }
}

function legalOf({ to, inputs: { refusalReason }, today, versions }: LetterFacts, { legal }: Wording) {
  if (legal !== null) {
    const { claim, idDocuments } = legal
    return { claim, idDocuments, noLonger: '', reason: refusalReason === null ? null : legal.refusals[refusalReason] }
  }
  const { accepted, noLonger } = idDocumentsOn(versions, today)
  return {
    claim: claimOn(versions, to.kind, today),
    idDocuments: accepted,
    noLonger: noLonger.join('、'),
    reason:
      refusalReason === null ? null : refusalWordsOn(versions, { reason: refusalReason, request: to.kind, on: today }),
  }
}

/** What is wrong with the print of a copy, as far as somebody said so. */
function illegibleItem({ illegible }: LetterInputs, wording: Wording): Wording['items']['id-illegible'] {
  const { title, found, wanted } = wording.items['id-illegible']
  if (illegible.length === 0) return { title, found, wanted }
  const reasons = illegible.map((reason) => wording.illegible[reason])
  return {
    title,
    found: reasons.map((reason) => reason.found).join(wording.sentenceGap),
    wanted: [wanted, ...reasons.map((reason) => reason.wanted)].join(wording.sentenceGap),
  }
}

/** The date that a letter names when the clerk sets none. */
function untilOf(kind: LetterKind, settings: DeskSettings, today: CalendarDate): CalendarDate {
  const isReminder = kind === 'form-reminder' || kind === 'correction-reminder'
  const sent = { sentOn: today, remindedOn: isReminder ? today : null }
  if (kind === 'form-dispatch' || kind === 'form-reminder') return formWaitUntil(sent, settings)
  if (kind === 'wipe-notice')
    return addBusinessDays(today, settings.houseLengths.destructionBusinessDays, settings).date
  return correctionWaitUntil(sent, settings)
}
