// A back room that writes and posts letters: real cases, vault, screening and texts; what a printer and a dialog were handed is kept.
import { createNotices, type Notices } from '../../main/notices/index.ts'
import { openPapers } from '../../main/paper/index.ts'
import { createPost, createPostedView, type Post } from '../../main/post/index.ts'
import type { Screening } from '../../main/screening/index.ts'
import type { Surroundings } from '../../main/surroundings.ts'
import type { Requester } from '../../shared/cases.ts'
import { Fault, type FaultCode } from '../../shared/faults.ts'
import type { Notice } from '../../shared/ipc/parts.ts'
import { noInputs, type LetterInputs, type LetterKind } from '../../shared/letters.ts'
import type { HowToPrint } from '../../shared/printing.ts'
import { shippedVersions } from '../../shared/rules/dated/index.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { casesDesk, type CasesDesk } from './cases-desk.ts'
import { papersOf } from './electron-paper.ts'
import { builtScreening } from './mail-desk.ts'
import { fontsFolder, lettersFolder } from './papers-fixture.ts'

/** What takes long to make and serves every test of a file. */
export interface LetterTools {
  screening: Screening
  fonts: string
  /** What Electron made of a letter's first page: stands in for every letter where the layout does not matter. */
  pdf: Buffer
}

export async function letterTools(): Promise<LetterTools> {
  const screening = await builtScreening()
  const fonts = await fontsFolder()
  const [pdf] = await papersOf(['<style>@page { size: A4; margin: 0 }</style><p>letter</p>'])
  if (pdf === undefined) throw new Error('Electron made no PDF.')
  return { screening, fonts, pdf }
}

export interface LettersDesk extends CasesDesk {
  /** What stands in for every letter. */
  pdf: Buffer
  notices: Notices
  post: Post
  printed: { bytes: Buffer; printer: string; jobName: string; how: HowToPrint | undefined }[]
  saved: { name: string; bytes: Buffer }[]
  documents: string[]
  /** The next print fails with it. */
  printFault: Fault | null
  /** Waited for before each print. */
  atPrinter(jobName: string): void | Promise<void>
  /** The same letters as a program that was started anew sees them. */
  restarted(): Notices
  /** Who acts for the requester, with an authority that was found good. */
  agent: Requester | null
  make(over?: { requester?: Requester; kind?: LetterKind; inputs?: LetterInputs }): Promise<MadeLetter>
}

export interface MadeLetter {
  caseId: string
  notice: Notice
}

/** `over.print`: a real printer instead of the kept list. */
export async function lettersDesk(
  { screening, fonts, pdf }: LetterTools,
  over: Partial<Pick<Surroundings['paper'], 'print'>> = {},
): Promise<LettersDesk> {
  const desk = await casesDesk(
    {},
    {
      noticesOf: (caseId) => notices.ofCase(caseId),
      letterEnded: (trx, ended, personId) => post.letters.endedInCase(trx, ended, personId),
    },
  )
  const { db, vault, audit, jobs, cases, emit, clock } = desk
  const kept: Pick<LettersDesk, 'printed' | 'saved' | 'documents' | 'printFault' | 'atPrinter' | 'agent'> = {
    printed: [],
    saved: [],
    documents: [],
    printFault: null,
    atPrinter: () => undefined,
    agent: null,
  }
  const common = {
    db,
    vault,
    audit,
    emit,
    cases,
    papers: openPapers({ lettersFolder, fontsFolder: fonts }),
    now: clock.now,
    today: clock.today,
    deskSettings: async () => defaultDeskSettings,
    deskCode: async () => '12345',
    save: async (name: string, bytes: Uint8Array) => {
      kept.saved.push({ name, bytes: Buffer.from(bytes) })
      return true
    },
    paper: {
      warmUp: async () => undefined,
      pdfOf: async (html: string) => {
        kept.documents.push(html)
        return new Uint8Array(pdf)
      },
      printers: async () => [],
      print: async (bytes: Uint8Array, printer: string, jobName: string, how?: HowToPrint) => {
        await kept.atPrinter(jobName)
        if (kept.printFault !== null) throw kept.printFault
        kept.printed.push({ bytes: Buffer.from(bytes), printer, jobName, how })
      },
      ...over,
    },
  }
  const posted = createPostedView({
    ...common,
    addressedLetter: (noticeId) => notices.addressedLetter(noticeId),
    caseNumberOf: cases.numberOf,
  })
  const started = (): Notices =>
    createNotices({
      ...common,
      jobs,
      screening,
      post: posted,
      agentOf: async () => kept.agent,
      ruleVersions: async () => [...shippedVersions],
      nameOf: async () => '受付 花子',
    })
  const notices = started()
  const post: Post = createPost({
    ...common,
    posted,
    letterOf: notices.letterOf,
    refuseStaleAddress: notices.refuseStaleAddress,
    noticeIds: notices.ids,
    caseNumberOf: cases.numberOf,
    caseNumbered: cases.sheets.numbered,
  })
  return Object.assign(kept, desk, {
    pdf,
    notices,
    restarted: started,
    post,
    async make({
      requester,
      kind = 'domicile-correction',
      inputs = noInputs,
    }: Parameters<LettersDesk['make']>[0] = {}) {
      const { id: caseId } = await desk.open(requester === undefined ? {} : { requester })
      return { caseId, notice: await notices.make({ caseId, kind, inputs }, desk.clerk) }
    },
  })
}

export async function faultOf(work: Promise<unknown>): Promise<{ code: FaultCode; detail: Fault['detail'] }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, detail: error.detail }
    throw error
  }
  throw new Error('It did not fail.')
}
