// One text: written on the left, seen as a specimen letter on the right; what it may name below it, its versions beside it.
import { Alert, Button, Code, Group, Select, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import { listPlaceholders, placeholdersOf, type Placeholder } from '../../../shared/letter-placeholders.ts'
import { useFaultSentence } from '../../fault-sentence.ts'
import { useInstantWords } from '../../parts/dates.tsx'
import { PaperPreview } from '../../parts/paper-preview.tsx'
import { LinesField } from '../../parts/typed-fields.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { useSpecimen } from './specimen.ts'

const restMs = 400

export function TextEditor({ opened }: { opened: CallAnswer<'letterTexts.get'> }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const instantWords = useInstantWords()
  const sentenceOf = useFaultSentence()
  const { text, language, version } = opened
  const [body, setBody] = useState(opened.body)
  const [page, setPage] = useState(1)
  const [shown] = useDebouncedValue(body, restMs)
  const field = useRef<HTMLTextAreaElement>(null)
  const settings = useAnswer('settings.desk', {})
  const specimen = useSpecimen({ text, language, body: shown, page, longSidePx: 1400 })
  const change = useAct('letterTexts.change', { onDone: () => tell(t('letters.savedText')) })
  const { outcome, error } = specimen
  const trouble =
    error !== null
      ? sentenceOf(error)
      : outcome?.kind === 'wrong'
        ? t(`letters.trouble.${outcome.because}`, { placeholder: outcome.placeholder, line: outcome.line })
        : null
  const isChanged = body !== opened.body
  const insert = (what: string) => {
    const at = field.current?.selectionStart ?? body.length
    setBody(`${body.slice(0, at)}{{ ${what} }}${body.slice(field.current?.selectionEnd ?? at)}`)
    field.current?.focus()
  }
  return (
    <Group align="flex-start" wrap="nowrap" gap="sm">
      <Stack gap="xs" style={{ flex: 1, minWidth: 0 }}>
        <LinesField
          ref={field}
          label={t(`letters.name.${text}`)}
          description={t('letters.marks')}
          value={body}
          rows={20}
          most={20_000}
          styles={{ input: { fontSize: 13, lineHeight: 1.55 } }}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {trouble !== null && (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        )}
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Button
              variant="default"
              disabled={body === opened.shipped && version === 0}
              onClick={() => setBody(opened.shipped)}
            >
              {t('letters.toShipped')}
            </Button>
            {opened.history.length > 0 && (
              <Select
                aria-label={t('letters.versions')}
                placeholder={t('letters.versions')}
                w={210}
                value={null}
                data={opened.history.map((one) => ({
                  value: String(one.version),
                  label: `${one.version}: ${instantWords(one.changedAt)} ${one.changedBy}`,
                }))}
                onChange={(chosen) => {
                  const found = opened.history.find((one) => String(one.version) === chosen)
                  if (found !== undefined) setBody(found.body)
                }}
              />
            )}
          </Group>
          <Button
            disabled={!isChanged || state.readOnly || shown !== body || outcome?.kind !== 'good'}
            loading={change.isPending}
            onClick={() =>
              change.mutate({ text, language, seen: version, body: body === opened.shipped ? null : body })
            }
          >
            {t('letters.saveText')}
          </Button>
        </Group>
        <Text size="sm" fw={700}>
          {t('letters.placeholders')}
        </Text>
        <Group gap={6}>
          {placeholdersOf(text).map((placeholder) => (
            <Tooltip key={placeholder} label={meaningOf(placeholder, t(`letters.meaning.${keyOf(placeholder)}`))}>
              <UnstyledButton
                aria-label={`${placeholder}: ${t(`letters.meaning.${keyOf(placeholder)}`)}`}
                onClick={() => insert(placeholder)}
              >
                <Code>{placeholder}</Code>
              </UnstyledButton>
            </Tooltip>
          ))}
        </Group>
      </Stack>
      <div style={{ flex: 1, minWidth: 0 }}>
        <PaperPreview
          picture={specimen.picture}
          trouble={specimen.picture === null && trouble !== null ? t('letters.noSpecimen') : null}
          page={page}
          pageCount={specimen.picture?.pageCount ?? 1}
          onPage={setPage}
          window={settings.data?.envelopeWindow ?? null}
          height="70vh"
        />
      </div>
    </Group>
  )
}

/** The keys of words hold no dots. */
function keyOf<Name extends string>(placeholder: Name): Unpointed<Name> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the type says exactly what the replacement does
  return placeholder.replace('.', '_') as Unpointed<Name>
}
type Unpointed<Name extends string> = Name extends `${infer Before}.${infer After}` ? `${Before}_${After}` : Name

function meaningOf(placeholder: Placeholder, meaning: string): string {
  const entries = listPlaceholders[placeholder]
  return entries === undefined ? meaning : `${meaning} (${entries.join(', ')})`
}
