// Catches what a screen could not draw and says so calmly; the rest of the app goes on.
import { Alert, Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

function Crashed({ onReopen }: { onReopen: () => void }) {
  const { t } = useTranslation()
  return (
    <Alert color="red" m="md" title={t('common.crashed')} role="alert">
      <Button variant="default" onClick={onReopen}>
        {t('common.reopen')}
      </Button>
    </Alert>
  )
}

export class ErrorBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true }
  }

  override render(): ReactNode {
    if (this.state.crashed) return <Crashed onReopen={() => this.setState({ crashed: false })} />
    return this.props.children
  }
}
