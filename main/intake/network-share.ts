// Tells whether a folder lies on a network share, where the operating system's news of changes cannot be trusted.
import { realpath, statfs } from 'node:fs/promises'
import { errorCode } from './read-source.ts'

/** File system numbers of statfs(2), Linux magic.h: shares, and FUSE, behind which shares and sync programs stand. */
const shareTypes = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x01021997, // 9P
  0x00c36400, // Ceph
  0x5346414f, // AFS
  0x786f4256, // VirtualBox shared folder
  0x65735546, // FUSE
])

/** False also when the folder is missing: then nothing can be known. */
export async function isNetworkShare(folder: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform === 'win32' && isUncPath(folder)) return true
  try {
    // On Windows the real path of a mapped drive is its UNC path.
    if (platform === 'win32') return isUncPath(await realpath(folder))
    return platform === 'linux' && shareTypes.has((await statfs(folder)).type >>> 0)
  } catch (error) {
    if (errorCode(error) === null) throw error
    return false
  }
}

/** `\\server\share` and `\\?\UNC\server\share`, but not `\\?\C:\…`, the long form of a local path. */
export function isUncPath(path: string): boolean {
  const text = path.replaceAll('/', '\\')
  return text.startsWith('\\\\') && (!/^\\\\[?.]\\/.test(text) || /^\\\\\?\\unc\\/i.test(text))
}
