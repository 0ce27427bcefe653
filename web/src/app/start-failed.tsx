/** Shown when the app could not find out which project it belongs to. */
import { MantineProvider } from '@mantine/core';
import { ErrorPage } from '../ui/error-state.tsx';
import '@mantine/core/styles.css';
import './global.css';
import { theme } from './theme.ts';

export function StartFailed() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ErrorPage
        title="Docket could not start"
        message="Its configuration could not be loaded. Check your connection, then reload the page."
        action={{ label: 'Reload', onClick: () => window.location.reload() }}
      />
    </MantineProvider>
  );
}
