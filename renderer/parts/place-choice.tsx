// Towns of a typed postal code to choose from; what is typed already is never written over.
import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../queries.ts'

/** More towns than this share a code only where the code is a district's: then a list helps nobody. */
const mostPlaces = 12

export function PlaceChoice(props: { postalCode: string; address: string; onChoose: (place: string) => void }) {
  const { t } = useTranslation()
  const isWhole = /^\d{3}-\d{4}$/.test(props.postalCode)
  const { data } = useAnswer('post.places', { postalCode: props.postalCode }, { enabled: isWhole })
  if (!isWhole || data === undefined) return null
  const { places } = data
  if (places.length === 0) return <Text size="sm">{t('post.noPlaces')}</Text>
  if (props.address.trim() !== '') {
    const isThere = places.some((place) => props.address.normalize('NFKC').replace(/\s/g, '').startsWith(place))
    if (isThere) return null
    return <Text size="sm">{t('post.otherPlaces', { places: places.slice(0, mostPlaces).join('・') })}</Text>
  }
  return (
    <Group gap={6} role="group" aria-label={t('post.places')}>
      {places.slice(0, mostPlaces).map((place) => (
        <Button key={place} size="compact-sm" variant="light" onClick={() => props.onChoose(place)}>
          {place}
        </Button>
      ))}
    </Group>
  )
}
