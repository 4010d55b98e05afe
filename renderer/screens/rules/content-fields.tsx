// The fields of a rule's content, one set per kind of rule.
import { Checkbox, MultiSelect, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../shared/faults.ts'
import { articleIds, articleIdSchema, type Article } from '../../../shared/rules/dated/articles.ts'
import {
  acceptances,
  addressPlaces,
  idDocumentSchema,
  sidesNeeded,
  type IdDocument,
} from '../../../shared/rules/dated/id-documents.ts'
import type { DatedVersion } from '../../../shared/rules/dated/index.ts'
import type { RefusalText } from '../../../shared/rules/dated/refusals.ts'
import { LineField, LinesField } from '../../parts/typed-fields.tsx'

export function ContentFields({ rule, onChange }: { rule: DatedVersion; onChange: (rule: DatedVersion) => void }) {
  switch (rule.table) {
    case 'articles':
      return <ArticleFields value={rule.content} onChange={(content) => onChange({ ...rule, content })} />
    case 'id-documents':
      return <IdDocumentFields value={rule.content} onChange={(content) => onChange({ ...rule, content })} />
    case 'refusals':
      return <RefusalFields value={rule.content} onChange={(content) => onChange({ ...rule, content })} />
    default:
      return unreachable(rule)
  }
}

interface FieldsOf<Content> {
  value: Content
  onChange: (content: Content) => void
}

function ArticleFields({ value, onChange }: FieldsOf<Article>) {
  const { t } = useTranslation()
  return (
    <Stack gap="xs">
      <LineField
        label={t('rules.law')}
        value={value.law}
        most={100}
        onChange={(event) => onChange({ ...value, law: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="sm">
        <LineField
          label={t('rules.number')}
          value={value.number}
          most={40}
          onChange={(event) => onChange({ ...value, number: event.currentTarget.value })}
        />
        <LineField
          label={t('rules.articleTitle')}
          value={value.title}
          most={100}
          onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Stack>
  )
}

function IdDocumentFields({ value, onChange }: FieldsOf<IdDocument>) {
  const { t } = useTranslation()
  const { accepted, address, sides } = idDocumentSchema.shape
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <Select
          label={t('rules.accepted')}
          allowDeselect={false}
          value={value.accepted}
          data={acceptances.map((one) => ({ value: one, label: t(`rules.acceptance.${one}`) }))}
          onChange={(one) => onChange({ ...value, accepted: accepted.parse(one) })}
        />
        <Select
          label={t('rules.address')}
          allowDeselect={false}
          value={value.address}
          data={addressPlaces.map((one) => ({ value: one, label: t(`rules.addressPlace.${one}`) }))}
          onChange={(one) => onChange({ ...value, address: address.parse(one) })}
        />
        <Select
          label={t('rules.sides')}
          allowDeselect={false}
          value={value.sides}
          data={sidesNeeded.map((one) => ({ value: one, label: t(`rules.side.${one}`) }))}
          onChange={(one) => onChange({ ...value, sides: sides.parse(one) })}
        />
        <NumberInput
          label={t('rules.fresh')}
          min={1}
          max={24}
          value={value.freshMonths ?? ''}
          onChange={(months) => onChange({ ...value, freshMonths: typeof months === 'number' ? months : null })}
        />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm">
        <Checkbox
          label={t('rules.hasExpiry')}
          checked={value.hasExpiry}
          onChange={(event) => onChange({ ...value, hasExpiry: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('rules.inPolicy')}
          checked={value.inPolicy}
          onChange={(event) => onChange({ ...value, inPolicy: event.currentTarget.checked })}
        />
      </SimpleGrid>
      <Paragraph label={t('rules.note')} value={value.note} onChange={(note) => onChange({ ...value, note })} />
      <Paragraph label={t('rules.noteEn')} value={value.noteEn} onChange={(noteEn) => onChange({ ...value, noteEn })} />
      <Paragraph
        label={t('rules.letterText')}
        value={value.letterText}
        onChange={(letterText) => onChange({ ...value, letterText })}
      />
    </Stack>
  )
}

function RefusalFields({ value, onChange }: FieldsOf<RefusalText>) {
  const { t } = useTranslation()
  return (
    <Stack gap="xs">
      <LineField
        label={t('rules.reason')}
        value={value.reason}
        most={200}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
      />
      <Paragraph
        label={t('rules.requesterText')}
        value={value.requesterText}
        onChange={(requesterText) => onChange({ ...value, requesterText })}
      />
      <MultiSelect
        label={t('rules.articlesOfReason')}
        value={value.articles}
        data={articleIds.map((id) => ({ value: id, label: t(`rules.article.${id}`) }))}
        onChange={(ids) => onChange({ ...value, articles: ids.map((id) => articleIdSchema.parse(id)) })}
      />
    </Stack>
  )
}

function Paragraph(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <LinesField
      label={props.label}
      autosize
      minRows={2}
      most={600}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
