// Mantine's theme for a Japanese office: dense, calm, legible; the bundled font first.
import { createTheme } from '@mantine/core'

const fontFamily = "'BIZ UDGothic', 'BIZ UDPGothic', 'Noto Sans JP', 'Yu Gothic UI', Meiryo, sans-serif"

export const theme = createTheme({
  fontFamily,
  headings: {
    fontFamily,
    fontWeight: '700',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '15px' } },
  },
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  primaryColor: 'indigo',
  primaryShade: 8,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { radius: 'sm', variant: 'light', tt: 'none', fw: 700 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 }, closeButtonProps: { 'aria-label': '閉じる' } } },
    Tooltip: { defaultProps: { openDelay: 400 } },
  },
})
