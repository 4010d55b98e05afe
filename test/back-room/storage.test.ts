// The place of the data: its risks are named from what Linux says of the mount and from the folder's path.
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { describeStorage, findMount, warningsOfMount, warningsOfPath } from '../../main/vault/storage.ts'

const mountinfo = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
40 22 8:2 / /home rw,noatime - ext4 /dev/sda2 rw,data=journal
41 40 0:50 / /home/desk\\040one rw,relatime shared:3 master:2 - cifs //server/secret rw,username=hanako,addr=10.0.0.1
42 22 0:51 / /srv rw - btrfs /dev/sdb rw,compress=zstd:3,subvol=/data
43 22 0:52 / /srv rw - overlay overlay rw,lowerdir=/a,upperdir=/b
`

test.each([
  ['/var/data', { fileSystem: 'ext4', device: '8:1' }],
  ['/home/other', { fileSystem: 'ext4', device: '8:2' }],
  ['/homely', { fileSystem: 'ext4', device: '8:1' }],
  ['/home/desk one/data', { fileSystem: 'cifs' }],
  ['/srv', { fileSystem: 'overlay' }],
])('%s lies on the mount above it, the last of several', (path, expected) => {
  expect(findMount(mountinfo, path)).toMatchObject(expected)
})

test.each([
  ['ext4', ['rw', 'data=journal'], false, ['journals-data', 'encryption-unknown']],
  ['ext4', ['rw', 'data=ordered'], true, []],
  ['btrfs', ['rw'], true, ['copy-on-write']],
  ['zfs', ['rw'], true, ['copy-on-write']],
  ['overlay', ['rw'], false, ['overlay', 'encryption-unknown']],
  ['nfs4', ['rw'], true, ['network-share']],
  ['fuse.sshfs', ['rw'], true, ['network-share']],
])('%s %o, encrypted: %s', (fileSystem, options, isEncrypted, expected) => {
  expect(warningsOfMount({ fileSystem, options, isEncrypted })).toEqual(expected)
})

test.each([
  ['C:\\Users\\hanako\\OneDrive - 株式会社\\desk', ['cloud-synced']],
  ['C:\\Users\\hanako\\Dropbox\\desk', ['cloud-synced']],
  ['/home/hanako/Google Drive/desk', ['cloud-synced']],
  ['\\\\server\\share\\desk', ['network-share']],
  ['\\\\?\\UNC\\server\\share', ['network-share']],
  ['\\\\?\\C:\\ProgramData\\desk', []],
  ['C:\\ProgramData\\Privacy Desk', []],
  ['/home/hanako/inbox', []],
])('%s', (path, expected) => {
  expect(warningsOfPath(path)).toEqual(expected)
})

test('what is told of this machine holds no path and no name', async () => {
  const { fileSystem, mountOptions } = await describeStorage(tmpdir())
  expect(fileSystem).toMatch(/^[a-z0-9.]+$/)
  expect(mountOptions).not.toMatch(/[/\\]/)
})
