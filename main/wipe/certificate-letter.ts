// The certificate for paper: exactly the certificate's data, worded in Japanese.
import { outsideItems, type Certificate, type WipeObject } from '../../shared/ipc/parts.ts'
import { japaneseDate } from '../../shared/rules/japanese-date.ts'
import type { DeskSettings } from '../../shared/settings.ts'
import type { Papers } from '../paper/index.ts'
import { methods } from './plan.ts'

const kindWords: Record<WipeObject['kind'], string> = {
  'case-key': '案件の鍵',
  scan: 'スキャン',
  'masked-page': '墨消し済みページ',
  notice: '通知書',
  'personal-columns': '記録中の個人情報欄',
}

const methodWords: Record<string, string> = {
  [methods.key]: '鍵の上書き破棄',
  [methods.file]: '鍵の上書き破棄、暗号文の上書き・削除',
  [methods.columns]: '鍵の上書き破棄、欄の消去',
}

const outsideWords: Record<Certificate['outside'][number], string> = {
  'copier-disk': '複合機・スキャナー内蔵ディスクの残存データを確認または消去した',
  'print-spool': '印刷スプール（プリンター、印刷サーバー）に残存がないことを確認した',
  'page-file': 'ページファイル・休止状態ファイルの扱い（終了時消去または全ディスク暗号化）を確認した',
  backups: 'バックアップの保存期限と、期限経過後の消去を確認した',
  'source-files': '取込元フォルダー・受信箱などに元ファイルが残っていないことを確認した',
}

const warningWords: Record<string, string> = {
  'journals-data': 'このファイルシステムは書込内容を別の場所（ジャーナル）にも残します（data=journal）。',
  'copy-on-write': 'このファイルシステムは上書きの際に元のブロックを残します（コピーオンライト）。',
  overlay: 'データは重ね合わせファイルシステム上にあり、下の層に写しが残ることがあります。',
  'network-share': 'データはネットワーク上の共有フォルダーにあり、サーバー側の写しは確認できません。',
  'cloud-synced': 'データはクラウド同期フォルダーにあり、同期先の写しは確認できません。',
  'encryption-unknown': 'ディスク全体の暗号化（BitLocker、LUKS など）を確認できませんでした。',
}

const stepWords: Record<string, string> = {
  planned: '計画の作成',
  'keys-destroyed': '鍵の破棄',
  'files-removed': '暗号文の上書き・削除',
  'rows-removed': '記録欄の消去',
  'database-truncated': 'データベースの整理',
  verified: '検証',
  certified: '証明書の作成',
}

/** A whole HTML document, A4: the certificate on its first page or two, every object in an annex. */
export function certificateHtml(
  papers: Papers,
  certificate: Certificate,
  company: DeskSettings['company'],
): Promise<string> {
  const { verification } = certificate
  const files = certificate.objects.filter(({ ciphertextSha256 }) => ciphertextSha256 !== null)
  return papers.fill('certificate', {
    company,
    isWiped: certificate.result === 'WIPED',
    failure: certificate.failure === null ? '' : failureWords(certificate.failure),
    failureCode: certificate.failure ?? '',
    caseNumber: certificate.caseNumber,
    wipeId: certificate.wipeId,
    startedAt: japaneseInstant(certificate.startedAt),
    endedAt: japaneseInstant(certificate.endedAt),
    operator: certificate.operator,
    approver: certificate.approver ?? 'なし',
    appVersion: certificate.appVersion,
    fileSystem: certificate.medium.fileSystem,
    mountOptions: certificate.medium.mountOptions || '（取得できません）',
    warnings: certificate.medium.warnings.map((warning) => warningWords[warning] ?? warning),
    keyCount: new Set(certificate.objects.map(({ keyId }) => keyId).filter((keyId) => keyId !== '')).size,
    fileCount: files.length,
    fileBytes: grouped(files.reduce((sum, { bytes }) => sum + bytes, 0)),
    filesSearched: grouped(verification.filesSearched),
    bytesSearched: grouped(verification.bytesSearched),
    patterns: grouped(verification.patterns),
    keysSearched: grouped(verification.keysSearched),
    hitCount: verification.hits.length,
    hits: verification.hits.slice(0, 20),
    outside: outsideItems.map((item) => ({ words: outsideWords[item], isTicked: certificate.outside.includes(item) })),
    backupsExpireOn: certificate.backupsExpireOn === null ? '' : japaneseDate(certificate.backupsExpireOn),
    previousEntryHash: certificate.previousEntryHash,
    seal: certificate.seal,
    format: certificate.format,
    objects: certificate.objects.map((object, index) => ({
      number: index + 1,
      kind: kindWords[object.kind],
      id: object.id,
      bytes: object.ciphertextSha256 === null ? '—' : grouped(object.bytes),
      sha256: object.ciphertextSha256 ?? '—',
      keyId: object.keyId || '（墨消しの際に破棄済み）',
      method: methodWords[object.method] ?? object.method,
    })),
  })
}

/** `failure` is `step: code`. */
function failureWords(failure: string): string {
  const [step = '', code = ''] = failure.split(': ')
  const where = stepWords[step] ?? step
  return code === 'traces-found'
    ? '検証で、破棄したはずのデータの痕跡が見つかりました。'
    : `「${where}」の段階で処理を完了できませんでした。`
}

function grouped(number: number): string {
  return number.toLocaleString('ja-JP')
}

/** `令和8年11月24日 10:00:00` in Japan. */
function japaneseInstant(instant: string): string {
  const [date = '', time = ''] = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' }).split(' ')
  return `${japaneseDate(date)} ${time}`
}
