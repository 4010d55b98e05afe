// Names of masked pages: the base name as promised, and never one name for two files.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskNames } from '../../main/mask-names.ts'

test.each([
  [['scan/a.jpg'], ['a']],
  [
    ['a.jpg', 'a.png', 'b.jpg'],
    ['a', 'a.png', 'b'],
  ],
  [
    ['one/a.png', 'two/a.png', 'three/a.png'],
    ['a', 'a.png', 'a.png-2'],
  ],
  [
    ['A.jpg', 'a.jpg'],
    ['A', 'a.jpg'],
  ],
  [
    ['a.png.jpg', 'a.tif', 'a.png'],
    ['a.png', 'a', 'a.png-2'],
  ],
  [
    ['免許が.pdf', '免許か\u3099.tif'],
    ['免許が', '免許か\u3099.tif'],
  ],
])('%j get %j', (files, names) => {
  expect(maskNames(files)).toEqual(files.map((file, index) => ({ file, name: names[index] })))
})

test('no two files share a name', () => {
  const file = fc.tuple(fc.constantFrom('a', 'A', 'b', 'a.png', 'a.png-2'), fc.constantFrom('', '.png', '.jpg'))
  fc.assert(
    fc.property(fc.array(file, { maxLength: 12 }), (files) => {
      const named = maskNames(files.map((parts) => parts.join('')))
      expect(new Set(named.map(({ name }) => name.toLowerCase())).size).toBe(files.length)
    }),
  )
})
