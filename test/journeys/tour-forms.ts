// The forms of a case and the tables of the administrator, each filled as a person would, for the demo's pictures and for everybody's use.
import type { Job, Step } from './main-job.ts'
import { caseScreen } from './screens/case.ts'
import { casesScreen } from './screens/cases.ts'
import { doorScreen } from './screens/door.ts'
import { administrator, clerk } from './shortcuts.ts'
import { w } from './words.ts'

/** Opens what stands behind a button, shows it, and leaves it with Esc. */
async function show(job: Job, button: string, name: string): Promise<void> {
  const { page } = job.app
  await page.getByRole('button', { name: button, exact: true }).first().click()
  const dialog = page.getByRole('dialog').filter({ visible: true }).last()
  await dialog.getByRole('button').first().waitFor()
  await job.look(name)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

export const formsTour: readonly Step[] = [
  {
    name: 'search',
    sentence: 'A few letters of a name find their cases, filters narrow them down, and a view is kept by its name.',
    async take(job) {
      const { page } = job.app
      await doorScreen(job.app.page).changeTo(clerk)
      await casesScreen(page).open()
      await page.getByLabel(w.case.search).fill('みほん 渋谷')
      await page.getByRole('row').nth(2).waitFor()
      await job.look('cases-search')
      await page.getByLabel(w.case.search).fill('どこにもない')
      await page.getByText(w.list.nothing).waitFor()
      await job.look('cases-nothing-found')
      await page.getByLabel(w.case.search).fill('')
      await page.getByRole('switch', { name: w.list.overdue }).click()
      await page.getByRole('button', { name: w.list.filter }).click()
      await job.look('cases-filters')
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'forms',
    sentence: 'Envelope, agent, fee, event and note each have a form; what is too long is kept and said.',
    async take(job) {
      const { page } = job.app
      const screen = caseScreen(page)
      await casesScreen(page).open()
      await page.getByRole('switch', { name: w.list.overdue }).click()
      await show(job, w.case.add, 'case-new')
      await page.getByRole('row').filter({ hasText: w.common.kind.disclosure }).first().click()
      await page.getByRole('tab', { name: w.case.tab.overview }).waitFor()
      await page.getByRole('button', { name: w.course.others }).click()
      await page.getByRole('menuitem').first().waitFor()
      await job.look('case-other-events')
      await page.getByRole('menuitem', { name: w.case.event.withdrawn, exact: true }).click()
      await page.getByLabel(w.case.recordNote).fill('お電話で取下げのお申し出'.repeat(45))
      await page.getByText(w.common.tooLong.split('}}')[1]?.split('{{')[0] ?? '').waitFor()
      await job.look('case-record-too-long')
      await page.keyboard.press('Escape')
      await screen.tab('mail')
      await show(job, w.pieces.record, 'envelope-form')
      await screen.tab('identity')
      await page.getByRole('tabpanel').getByRole('heading').first().waitFor()
      await show(job, w.belongings.agents.add, 'agent-form')
      await screen.tab('fee')
      await show(job, w.belongings.fees.record, 'fee-form')
    },
  },
  {
    name: 'tables',
    sentence: 'The administrator sees every dated table, the history of a rule, what must be masked, and the letters.',
    async take(job) {
      const { page } = job.app
      await doorScreen(job.app.page).changeTo(administrator)
      await page.keyboard.press('Control+7')
      await page.getByRole('button', { name: w.rules.open }).click()
      for (const table of ['id-documents', 'articles', 'refusals'] as const) {
        await page.getByText(w.rules.table[table], { exact: true }).click()
        await page.getByRole('grid', { name: w.rules.table[table] }).getByRole('row').nth(1).waitFor()
        await job.look(`rules-${table}`)
      }
      await page.getByRole('grid').locator('[data-row="0"]').click()
      await page.getByRole('dialog').getByRole('button', { name: w.rules.check }).waitFor()
      await job.look('rule-history')
      await page.getByRole('dialog').getByRole('button', { name: w.rules.add }).click()
      await page.getByRole('dialog').getByRole('button', { name: w.rules.addDo }).waitFor()
      await job.look('rule-new-version')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+7')
      await page.getByRole('button', { name: w.letters.open }).click()
      await page.getByRole('heading', { name: w.letters.screenTitle, exact: true }).waitFor()
      await page.getByRole('main').locator('img').first().waitFor()
      await job.look('letters-settings')
    },
  },
]
