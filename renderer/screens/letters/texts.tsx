// Chooses a text and its language.
import { Badge, Group, NavLink, ScrollArea, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { letterLanguageSchema, type LetterLanguage, type LetterText } from '../../../shared/letters.ts'
import { Loaded } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { TextEditor } from './text-editor.tsx'

export function Texts() {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<LetterLanguage>('ja')
  const [text, setText] = useState<LetterText>('form-dispatch')
  const list = useAnswer('letterTexts.list', {})
  const opened = useAnswer('letterTexts.get', { text, language })
  return (
    <Group align="flex-start" wrap="nowrap" gap="sm">
      <Stack gap="xs" w={230} style={{ flex: 'none' }}>
        <SegmentedControl
          aria-label={t('letters.language')}
          value={language}
          data={[
            { value: 'ja', label: t('letters.japanese') },
            { value: 'en', label: t('letters.english') },
          ]}
          onChange={(value) => setLanguage(letterLanguageSchema.parse(value))}
        />
        <ScrollArea h="74vh" type="auto">
          <Loaded query={list}>
            {({ texts }) => (
              <nav aria-label={t('letters.tabTexts')}>
                {texts
                  .filter((one) => one.language === language)
                  .map((one) => (
                    <NavLink
                      key={one.text}
                      component="button"
                      label={t(`letters.name.${one.text}`)}
                      active={one.text === text}
                      rightSection={!one.isShipped && <Badge size="xs">{t('letters.changed')}</Badge>}
                      onClick={() => setText(one.text)}
                    />
                  ))}
              </nav>
            )}
          </Loaded>
        </ScrollArea>
      </Stack>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Loaded query={opened}>
          {(value) => <TextEditor key={`${value.text} ${value.language} ${value.version}`} opened={value} />}
        </Loaded>
      </div>
    </Group>
  )
}
