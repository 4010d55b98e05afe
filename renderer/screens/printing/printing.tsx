// Print letters: those that wait to be printed and posted, in one list; many are printed in one run.
import { useTranslation } from 'react-i18next'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { LettersToPost } from './letters-to-post.tsx'
import { RunBar } from './run-bar.tsx'
import { usePrintRun } from './use-print-run.ts'

export function Printing() {
  const { t } = useTranslation()
  const waiting = useAnswer('notices.toPost', {})
  const run = usePrintRun()
  return (
    <Screen title={t('printing.title')}>
      <RunBar run={run} />
      <Loaded query={waiting}>{({ letters }) => <LettersToPost letters={letters} run={run} />}</Loaded>
    </Screen>
  )
}
