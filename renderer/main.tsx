// Starts the page: language, theme, queries, then the app.
import './without-eval.ts'
import '@mantine/core/styles.css'
import '@mantine/charts/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './styles.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startLanguage } from './language.ts'
import { ErrorBoundary } from './parts/error-boundary.tsx'
import { createQueryClient } from './queries.ts'
import { cssVariables, theme } from './theme.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')

await startLanguage()
// No StrictMode: it mounts everything twice, and every look at a page is an audit entry.
createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
    <DatesProvider settings={{ locale: 'ja', firstDayOfWeek: 0 }}>
      <QueryClientProvider client={createQueryClient()}>
        <Notifications position="top-center" limit={4} transitionDuration={0} />
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </QueryClientProvider>
    </DatesProvider>
  </MantineProvider>,
)
