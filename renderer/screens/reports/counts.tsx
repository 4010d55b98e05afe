// Counts as bars or as a table: the same rows, for people who look and for people who read.
import { BarChart } from '@mantine/charts'
import { Table, Text, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const colors = ['blue.7', 'orange.6', 'teal.7']
const barPx = 30

export function Counts(props: {
  look: 'chart' | 'table'
  series: readonly { key: string; words: string }[]
  rows: readonly { words: string; counts: Readonly<Record<string, number>> }[]
}) {
  const { t } = useTranslation()
  const { series, rows } = props
  const isEmpty = rows.every(({ counts }) => series.every(({ key }) => (counts[key] ?? 0) === 0))
  if (isEmpty && props.look === 'chart') {
    return (
      <Text size="sm" c="dimmed">
        {t('reports.none')}
      </Text>
    )
  }
  if (props.look === 'table') return <CountTable series={series} rows={rows} />
  return (
    // A chart is for the eye alone: the table says the same to a screen reader.
    <>
      <div aria-hidden>
        <BarChart
          h={rows.length * barPx + (series.length > 1 ? 70 : 40)}
          data={rows.map(({ words, counts }) => ({ words, ...counts }))}
          dataKey="words"
          orientation="vertical"
          type="stacked"
          withLegend={series.length > 1}
          withBarValueLabel={series.length === 1}
          valueLabelProps={{ position: 'right', fill: '#222' }}
          gridAxis="x"
          xAxisProps={{ allowDecimals: false }}
          yAxisProps={{ width: 170, tick: { fontSize: 12 }, interval: 0 }}
          barProps={{ isAnimationActive: false, maxBarSize: 18 }}
          series={series.map(({ key, words }, index) => ({
            name: key,
            label: words,
            color: colors[index] ?? 'gray.6',
          }))}
        />
      </div>
      <VisuallyHidden>
        <CountTable series={series} rows={rows} />
      </VisuallyHidden>
    </>
  )
}

function CountTable({ series, rows }: Pick<Parameters<typeof Counts>[0], 'series' | 'rows'>) {
  return (
    <Table fz="sm" verticalSpacing={3}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          {series.map(({ key, words }) => (
            <Table.Th key={key} ta="right" w={110}>
              {words}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ words, counts }) => (
          <Table.Tr key={words}>
            <Table.Td>{words}</Table.Td>
            {series.map(({ key }) => (
              <Table.Td key={key} ta="right">
                {counts[key] ?? 0}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
