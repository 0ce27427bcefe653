/** What surrounds every page: look, toasts, data, and the net that catches a crash. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { Client } from '../data/client.ts';
import { ClientContext } from '../data/hooks.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { theme } from './theme.ts';

export function Providers({ client, children }: { client: Client; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <ErrorBoundary within="nothing">
        <ClientContext value={client}>
          {children}
          <Notifications position="bottom-right" limit={4} />
        </ClientContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}
