// Reads the source of the app as a list of files and what each imports, counted against the file system.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'

export interface SourceFile {
  /** From the checkout's top, with forward slashes, like `main/vault/index.ts`. */
  path: string
  text: string
  /** Files of ours as paths from the top, packages by their full specifier, Node's own as `node:…`; types count too. */
  imports: string[]
}

const importOfType = /\bimport\(\s*(['"])(.+?)\1\s*\)/g

/** Stands in for an import whose name only running the code would tell. */
export const computed = 'something computed'

/** Throws on a file that does not parse: its arrows would be missing. */
export function sourceFile(path: string, text: string): SourceFile {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const specifiers = new Set<string>()
  for (const { moduleRequest } of module.staticImports) specifiers.add(moduleRequest.value)
  for (const { moduleRequest } of module.staticExports.flatMap((statement) => statement.entries)) {
    if (moduleRequest) specifiers.add(moduleRequest.value)
  }
  for (const [, , name] of text.matchAll(importOfType)) if (name !== undefined) specifiers.add(name)
  for (const { moduleRequest } of module.dynamicImports) {
    const name = text.slice(moduleRequest.start, moduleRequest.end)
    specifiers.add(/^(['"]).*\1$/.test(name) ? name.slice(1, -1) : computed)
  }
  return {
    path,
    text,
    imports: [...specifiers].map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name)),
  }
}

/** Every TypeScript file of these folders, except the build's own configuration. */
export function readSource(checkout: string, folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => filesBelow(checkout, folder))
    .filter((path) => /\.tsx?$/.test(path) && !/\/vite\.[\w.]*config\.ts$/.test(path))
    .map((path) => sourceFile(path, readFileSync(join(checkout, path), 'utf8')))
}

export function filesBelow(checkout: string, folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(checkout, path) : [path]
  })
}
