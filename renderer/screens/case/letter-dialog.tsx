// Writes a letter: what the clerk adds on the left, the whole letter as the requester will read it on the right.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord, Notice } from '../../../shared/ipc/parts.ts'
import {
  missingInputs,
  noInputs,
  type LetterInputs,
  type LetterKind,
  type Substitution,
} from '../../../shared/letters.ts'
import { substituteFor } from '../../../shared/rules/substitutes.ts'
import { isCompanyEntered } from '../../../shared/settings.ts'
import { DeskFault } from '../../client.ts'
import { useFaultSentence } from '../../fault-sentence.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { drawnLongSidePx, PaperPreview } from '../../parts/paper-preview.tsx'
import { usePicture } from '../../parts/picture.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { tell } from '../../tell.ts'
import classes from './case.module.css'
import { LetterRecipient } from './letter-recipient.tsx'
import { LetterInputsForm } from './letter-inputs.tsx'

/** How long after the last key the letter is set anew. */
const restMs = 300

export function LetterDialog(props: {
  record: CaseRecord
  kind: LetterKind
  /** What the case already says: filled in to begin with. */
  known: Partial<LetterInputs>
  onMade: (notice: Notice) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  const { record, kind } = props
  const [inputs, setInputs] = useState<LetterInputs>({ ...noInputs, ...props.known })
  const [page, setPage] = useState(1)
  const [shown] = useDebouncedValue(inputs, restMs)
  const missing = missingInputs(kind, shown)
  const settings = useAnswer('settings.desk', {})
  const make = useAct('notices.make', {
    onDone: (notice) => {
      tell(t('case.noticeMade'))
      props.onMade(notice)
    },
  })
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('letters.composeTitle', { letter: t(`letters.name.${kind}`) })}
      size={1220}
    >
      <Group align="flex-start" wrap="nowrap" gap="md">
        <Stack gap="sm" style={{ width: 400, flex: 'none' }}>
          {settings.data !== undefined && !isCompanyEntered(settings.data) && (
            <Alert color="orange">{t('letters.companyMissing')}</Alert>
          )}
          <LetterInputsForm kind={kind} value={inputs} onChange={setInputs} />
          <LetterRecipient
            caseId={record.id}
            value={inputs.recipient}
            onChange={(recipient) => setInputs({ ...inputs, recipient })}
          />
          <Text size="xs" c="dimmed">
            {t('letters.sealed')}
          </Text>
          <div className={classes.foot}>
            <DialogEnd
              action={t('letters.keep')}
              leftSection={<IconFileCheck size={18} aria-hidden />}
              disabled={missingInputs(kind, inputs).length > 0}
              loading={make.isPending}
              onAct={() => make.mutate({ caseId: record.id, kind, inputs })}
              onCancel={props.onClose}
            />
          </div>
        </Stack>
        <div style={{ flex: 1, minWidth: 0 }}>
          {missing.length > 0 ? (
            <PaperPreview
              picture={null}
              trouble={t('letters.previewNeeds', {
                inputs: missing.map((input) => t(`letters.input.${input}`)).join('、'),
              })}
              page={1}
              pageCount={1}
              onPage={setPage}
              window={null}
              height="72vh"
            />
          ) : (
            <Preview
              caseId={record.id}
              kind={kind}
              inputs={shown}
              page={page}
              onPage={setPage}
              sentenceOf={sentenceOf}
              window={settings.data?.envelopeWindow ?? null}
              onSubstitute={(substitutions) =>
                setInputs({ ...inputs, substitutions: [...inputs.substitutions, ...substitutions] })
              }
            />
          )}
        </div>
      </Group>
    </Dialog>
  )
}

function Preview(props: {
  caseId: string
  kind: LetterKind
  inputs: LetterInputs
  page: number
  onPage: (page: number) => void
  sentenceOf: (error: unknown) => string
  window: Parameters<typeof PaperPreview>[0]['window']
  onSubstitute: (substitutions: Substitution[]) => void
}) {
  const { caseId, kind, inputs, page } = props
  const longSidePx = drawnLongSidePx()
  const { picture, error } = usePicture('notices.preview', { caseId, kind, inputs, page, longSidePx }, '')
  const lacking = lackingCharacters(error)
  return (
    <Stack gap="sm">
      {lacking.length > 0 && (
        <Substitutions key={lacking.join(' ')} characters={lacking} onSubstitute={props.onSubstitute} />
      )}
      <PaperPreview
        picture={picture}
        trouble={error === null ? null : props.sentenceOf(error)}
        page={page}
        pageCount={picture?.pageCount ?? page}
        onPage={props.onPage}
        window={props.window}
        height={lacking.length > 0 ? '30vh' : '72vh'}
      />
    </Stack>
  )
}

function lackingCharacters(error: unknown): string[] {
  if (!(error instanceof DeskFault) || error.code !== 'missing-glyph') return []
  return String(error.detail['characters'] ?? '').split(' ')
}

/** A choice per character that the typeface lacks; nothing is replaced unless a person says so. */
function Substitutions(props: { characters: string[]; onSubstitute: (substitutions: Substitution[]) => void }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(() => props.characters.map((from) => ({ from, to: substituteFor(from) })))
  return (
    <Alert color="orange" title={t('letters.substitutionTitle')}>
      <Stack gap="xs">
        <Text size="sm">{t('letters.substitutionHint')}</Text>
        <Group align="flex-end">
          {chosen.map(({ from, to }, index) => (
            <LineField
              key={from}
              label={t('letters.substituteFor', { character: from })}
              value={to}
              most={8}
              w={150}
              onChange={(event) => setChosen(chosen.with(index, { from, to: event.currentTarget.value }))}
            />
          ))}
          <Button variant="default" onClick={() => props.onSubstitute(chosen)}>
            {t('letters.substitute')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
