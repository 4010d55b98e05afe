// The data folder on the command line: with an equals sign or a space, and never another switch taken for a folder.
import { expect, test } from 'vitest'
import { dataDirArgument } from '../../main/data-dir-argument.ts'

test.each<[string[], string | null]>([
  [['privacy-desk'], null],
  [['privacy-desk', '--data-dir=/a'], '/a'],
  [['privacy-desk', '--data-dir', '/a'], '/a'],
  [['privacy-desk', '--data-dir', '架空 窓口/data', '--self-check'], '架空 窓口/data'],
  [['privacy-desk', '--data-dir=a=b c'], 'a=b c'],
  [['privacy-desk', '--data-dir=/a', '--data-dir', '/b'], '/b'],
  [['privacy-desk', '--data-dir', '/b', '--data-dir=/a'], '/a'],
  [['privacy-desk', '--data-dir'], null],
  [['privacy-desk', '--data-dir='], null],
  [['privacy-desk', '--data-dir', '--self-check'], null],
  [['privacy-desk', '--data-directory', '/a'], null],
  [['privacy-desk', '--', '--data-dir', '/a'], null],
])('%o names %s', (argv, folder) => {
  expect(dataDirArgument(argv)).toBe(folder)
})
