// The law and the documents that a letter names, as the dated tables have them on its date.
import type { RefusalReason, RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { articleOn, idDocumentOn, refusalOn, type DatedVersion } from '../../shared/rules/dated/index.ts'
import { articlesOfKind, quoted, type ArticleId } from '../../shared/rules/dated/articles.ts'
import { idKinds, type IdKind } from '../../shared/rules/dated/id-documents.ts'

const idNames: Readonly<Record<IdKind, string>> = {
  licence: '運転免許証',
  'passport-with-address': 'パスポート（所持人記入欄のあるもの）',
  'passport-without-address': 'パスポート（所持人記入欄のないもの）',
  'insurance-card': '健康保険の被保険者証',
  'eligibility-certificate': '資格確認書',
  juminhyo: '住民票の写し',
  'juki-card': '住民基本台帳カード',
  'individual-number-card': 'マイナンバーカード',
  'residence-card': '在留カード',
  'special-resident-certificate': '特別永住者証明書',
}

/** Grounds of art. 33(2) APPI: they excuse from disclosing, not from correcting or suspending. */
const ofDisclosure: ReadonlySet<ArticleId> = new Set<ArticleId>([
  'disclosure-harm',
  'disclosure-hindrance',
  'disclosure-other-law',
  'no-such-data',
])
const disclosed: ReadonlySet<RequestKind> = new Set<RequestKind>(['disclosure', 'third-party-record-disclosure'])

/** The provisions that a request rests on: 「個人情報の保護に関する法律第33条第1項」. */
export function claimOn(versions: readonly DatedVersion[], request: RequestKind, on: CalendarDate): string {
  return quotedAll(versions, articlesOfKind[request], on)
}

export function refusalWordsOn(
  versions: readonly DatedVersion[],
  { reason, request, on }: { reason: RefusalReason; request: RequestKind; on: CalendarDate },
): { title: string; text: string; basis: string } {
  const found = refusalOn(versions, reason, on)
  if (found === null) throw new Error('A reason of the policy has no text on this day.')
  const { reason: title, requesterText, articles } = found.content
  const apply = articles.filter((article) => disclosed.has(request) || !ofDisclosure.has(article))
  const law = quotedAll(versions, [...apply, 'reasons'], on)
  return { title, text: requesterText, basis: `「個人情報の取扱いについて」第12項、${law}` }
}

/** What the form asks to be enclosed, and what it says is not accepted although the published policy names it. */
export function idDocumentsOn(
  versions: readonly DatedVersion[],
  on: CalendarDate,
): { accepted: { name: string; note: string }[]; noLonger: string[] } {
  const rules = idKinds.flatMap((kind) => {
    const rule = idDocumentOn(versions, kind, on)
    return rule === null ? [] : [{ name: idNames[kind], content: rule.content }]
  })
  return {
    accepted: rules
      .filter(({ content }) => content.accepted !== 'no')
      .map(({ name, content }) => ({ name, note: content.letterText })),
    noLonger: rules.filter(({ content }) => content.accepted === 'no' && content.inPolicy).map(({ name }) => name),
  }
}

function quotedAll(versions: readonly DatedVersion[], ids: readonly ArticleId[], on: CalendarDate): string {
  const articles = ids.flatMap((id) => articleOn(versions, id, on)?.content ?? [])
  // The law's name is said once where one article follows another of the same law.
  return articles
    .map((article, index) => (articles[index - 1]?.law === article.law ? `同法${article.number}` : quoted(article)))
    .join('、')
}
