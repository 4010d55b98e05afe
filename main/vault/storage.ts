// What kind of place the data folder lies on, and the risks of it, told in words at sign-in and on certificates.
import { readFile, realpath } from 'node:fs/promises'
import { storageWarnings, type storageWarningSchema } from '../../shared/ipc/parts.ts'
import type { z } from 'zod'

export type StorageWarning = z.infer<typeof storageWarningSchema>

export interface Storage {
  /** As the system names it (`ext4`, `btrfs`, …); 'unknown' where the system does not say. */
  fileSystem: string
  /** Only options from a list of known words: others may hold names of people or servers. */
  mountOptions: string
  warnings: StorageWarning[]
}

/** Linux says it itself; elsewhere only what the path gives away is known, and 'encryption-unknown' always stands. */
export async function describeStorage(folder: string): Promise<Storage> {
  const path = await realpath(folder)
  const mount = process.platform === 'linux' ? await mountOf(path) : null
  const found = new Set<StorageWarning>(warningsOfPath(path))
  if (mount === null) found.add('encryption-unknown')
  else for (const warning of warningsOfMount(mount)) found.add(warning)
  return {
    fileSystem: mount?.fileSystem ?? 'unknown',
    mountOptions: mount?.options.filter((option) => knownOptions.test(option)).join(',') ?? '',
    warnings: storageWarnings.filter((warning) => found.has(warning)),
  }
}

export interface Mount {
  fileSystem: string
  options: string[]
  isEncrypted: boolean
}

const networkFileSystems = /^(nfs\d?|cifs|smb3|smbfs|9p|fuse\.(sshfs|davfs2?|rclone|glusterfs|s3fs)|afs|ceph|virtiofs)$/
const knownOptions =
  /^(ro|rw|sync|dirsync|relatime|noatime|nodiratime|lazytime|discard|nodiscard|data=\w+|barrier=\d|nobarrier|errors=[\w-]+|compress(-force)?=[\w:]+|nodatacow|xattr|noacl|ssd|inode64)$/

export function warningsOfMount({ fileSystem, options, isEncrypted }: Mount): StorageWarning[] {
  return [
    ...(options.includes('data=journal') ? (['journals-data'] as const) : []),
    ...(/^(btrfs|zfs|bcachefs|nilfs2|f2fs)$/.test(fileSystem) ? (['copy-on-write'] as const) : []),
    ...(/^(overlay|aufs|fuse\.(fuse-overlayfs|unionfs|mergerfs))$/.test(fileSystem) ? (['overlay'] as const) : []),
    ...(networkFileSystems.test(fileSystem) ? (['network-share'] as const) : []),
    ...(isEncrypted ? [] : (['encryption-unknown'] as const)),
  ]
}

const cloudFolder =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|googledrive|my drive|マイドライブ|icloud ?drive|com~apple~clouddocs|box( sync)?|nextcloud|owncloud|mega(sync)?|pcloud( ?drive)?|syncthing)$/i

/** Folder names that programs of cloud storage give to what they copy; `\\server\share` of Windows. */
export function warningsOfPath(path: string): StorageWarning[] {
  const isCloud = path.split(/[\\/]/).some((name) => cloudFolder.test(name))
  const isShare = /^\\\\(?![?.]\\)|^\\\\\?\\UNC\\/i.test(path)
  return [...(isShare ? (['network-share'] as const) : []), ...(isCloud ? (['cloud-synced'] as const) : [])]
}

async function mountOf(path: string): Promise<Mount | null> {
  const line = findMount(await readFile('/proc/self/mountinfo', 'utf8'), path)
  return line === null ? null : { ...line, isEncrypted: await isOnEncryptedDevice(line.device) }
}

/** The line of proc_pid_mountinfo(5) whose mount point holds `path`; of several mounts on one point the last counts. */
export function findMount(
  mountinfo: string,
  path: string,
): { fileSystem: string; options: string[]; device: string } | null {
  let best: { point: string; fileSystem: string; options: string[]; device: string } | null = null
  for (const line of mountinfo.split('\n')) {
    const [before, after] = line.split(' - ')
    const [, , device, , point, options] = before?.split(' ') ?? []
    const [fileSystem, , superOptions] = after?.split(' ') ?? []
    if (!device || !point || !options || !fileSystem || !superOptions) continue
    const place = unescapePlace(point)
    const isAbove = place === '/' || path === place || path.startsWith(`${place}/`)
    if (!isAbove || (best !== null && place.length < best.point.length)) continue
    best = {
      point: place,
      fileSystem,
      options: [...new Set([...options.split(','), ...superOptions.split(',')])],
      device,
    }
  }
  return best === null ? null : { fileSystem: best.fileSystem, options: best.options, device: best.device }
}

/** Space, tab, newline and backslash stand as octal numbers in mountinfo; the bytes are UTF-8. */
function unescapePlace(point: string): string {
  return point.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}

/** LUKS and plain dm-crypt devices say so in their UUID; what lies below LVM is not followed and counts as unknown. */
async function isOnEncryptedDevice(device: string): Promise<boolean> {
  try {
    return (await readFile(`/sys/dev/block/${device}/dm/uuid`, 'utf8')).startsWith('CRYPT-')
  } catch {
    // No device mapper, or a container that does not show it.
    return false
  }
}
