/** Mantine's CSS conveniences: `light-dark()`, `rem()` and breakpoints by name. */
export default {
  plugins: {
    'postcss-preset-mantine': {},
    'postcss-simple-vars': {
      variables: {
        'mantine-breakpoint-xs': '36em',
        'mantine-breakpoint-sm': '48em',
        'mantine-breakpoint-md': '62em',
      },
    },
  },
};
