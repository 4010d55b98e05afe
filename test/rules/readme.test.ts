// The README shows the course of a case as the data have it. `REDRAW=1 npm test -- readme` draws it anew.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { drawCourse } from '../readme-course.ts'

const readme = join(import.meta.dirname, '../../README.md')
const drawn = /(?<=<!-- course: drawn from the data -->\n)[\s\S]*?(?=\n<!-- \/course -->)/

it('shows the course of a case as the data have it', async () => {
  const text = await readFile(readme, 'utf8')
  expect(text).toMatch(drawn)
  if (process.env['REDRAW'] === '1')
    await writeFile(
      readme,
      text.replace(drawn, () => drawCourse()),
    )
  expect(drawn.exec(await readFile(readme, 'utf8'))?.[0]).toBe(drawCourse())
})
