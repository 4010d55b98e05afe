// Mantine's theme for a Japanese office: dense, calm, legible; the bundled font first.
import { createTheme, type CSSVariablesResolver } from '@mantine/core'

const fontFamily = "'BIZ UDGothic', 'BIZ UDPGothic', 'Noto Sans JP', 'Yu Gothic UI', Meiryo, sans-serif"

export const theme = createTheme({
  fontFamily,
  // The bundled font's Latin letters all have one width already.
  fontFamilyMonospace: fontFamily,
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
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        // A dialog's head is no landmark of the page.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontWeight: 700 } },
    },
    // Titles in the colour of the alert are too faint on their own background.
    Alert: { styles: { title: { color: '#1f2430' } } },
    Tooltip: { defaultProps: { openDelay: 400 } },
    // The placeholder is no entry of the menu, which a screen reader would stumble over; the first entry has the focus instead.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
})

/** Mantine's own dimmed text and light badges do not reach the contrast that WCAG AA asks for (4.5:1). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545b6b',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-placeholder': '#69707f',
    '--mantine-color-orange-light-color': '#8a3200',
    '--mantine-color-teal-light-color': '#05513a',
    '--mantine-color-yellow-light-color': '#6b4700',
  },
  dark: {},
})
