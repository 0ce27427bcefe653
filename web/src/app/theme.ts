/**
 * The look of the app. Ink on paper is the ground tone, so that colour is left for meaning: blue is under way, green is
 * done and leads on, red is failed or destructive, amber wants attention.
 */
import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const ink: MantineColorsTuple = [
  '#f5f4f1',
  '#ebe9e4',
  '#dddad3',
  '#c4c0b8',
  '#9d998f',
  '#757168',
  '#57544d',
  '#3d3b36',
  '#2b2926',
  '#1d1c1a',
];

const dark: MantineColorsTuple = [
  '#e7e5e0',
  '#c9c6bf',
  '#a8a59d',
  '#76736c',
  '#3f3d39',
  '#33312e',
  '#252421',
  '#1b1a18',
  '#151514',
  '#0e0e0d',
];

const green: MantineColorsTuple = [
  '#eaf7ef',
  '#d6eddf',
  '#abdbbe',
  '#7dc79b',
  '#57b67d',
  '#3fac6a',
  '#2f9e5f',
  '#1f7d48',
  '#18683b',
  '#0f4f2c',
];

const amber: MantineColorsTuple = [
  '#fff6e0',
  '#ffeab8',
  '#fdd98a',
  '#f9c557',
  '#f3b12c',
  '#e29a10',
  '#c17f06',
  '#9a6303',
  '#7c4f04',
  '#5f3c05',
];

const FONT = "'Inter Variable', system-ui, sans-serif";

/** On ink, which is dark in the light scheme and light in the dark one, text is of the opposite. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const primary = input.color === undefined || input.color === 'ink';
  return input.variant === 'filled' && primary ? { ...colors, color: 'var(--docket-on-ink)' } : colors;
};

/** The head of a dialog is not the banner of the page. */
const NO_BANNER = { role: 'presentation' };

/** Sizes grow by about a fifth; 14 px is the size of reading and working. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 1 },
  autoContrast: true,
  variantColorResolver,
  colors: { ink, dark, green, yellow: amber },
  black: '#1d1c1a',
  fontFamily: FONT,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: FONT,
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.25' },
      h2: { fontSize: '17px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '24px', xl: '40px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  shadows: {
    sm: '0 1px 2px rgb(29 28 26 / 6%)',
    md: '0 1px 2px rgb(29 28 26 / 5%), 0 8px 24px rgb(29 28 26 / 8%)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Plain objects rather than `Component.extend`, which would load every component named here at the start.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'ink' } },
    Badge: { defaultProps: { tt: 'none', fw: 550, variant: 'light' } },
    Button: { styles: { label: { fontWeight: 560 } } },
    Card: { defaultProps: { withBorder: true, radius: 'lg' } },
    ColorPicker: { defaultProps: { saturationLabel: 'Saturation and brightness', hueLabel: 'Hue' } },
    // Ticks are of the colour that text on ink has.
    Checkbox: { defaultProps: { iconColor: 'var(--docket-on-ink)' } },
    DrawerHeader: { defaultProps: NO_BANNER },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    // A menu stays beside its button: within the same landmark, and next for whoever moves by keyboard.
    Menu: {
      defaultProps: { shadow: 'md', radius: 'md', withinPortal: false, withInitialFocusPlaceholder: false },
    },
    ModalHeader: { defaultProps: NO_BANNER },
    Modal: {
      defaultProps: { radius: 'lg', centered: true, closeButtonProps: { 'aria-label': 'Close' } },
    },
    Notification: {
      defaultProps: { withBorder: true, closeButtonProps: { 'aria-label': 'Dismiss' } },
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    },
    Paper: { defaultProps: { radius: 'lg' } },
    // Within the landmark of the page's content, which every page that has tooltips has.
    Tooltip: {
      defaultProps: {
        withArrow: true,
        openDelay: 150,
        events: { hover: true, focus: true, touch: true },
        portalProps: { target: '#content' },
      },
    },
  },
});
