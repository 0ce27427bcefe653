/** Starts the app: asks which Firebase project it belongs to, connects, and draws. */
import './no-eval.ts';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/app.tsx';
import { lastWorkspace } from './app/last-workspace.ts';
import { Providers } from './app/providers.tsx';
import { StartFailed } from './app/start-failed.tsx';
import { createClient } from './data/client.ts';
import { loadConfig } from './data/config.ts';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
const root = createRoot(container);

/** Firebase is fetched while the configuration is; its database too where somebody has been signed in before. */
async function start() {
  const [config, { connectFirebase }] = await Promise.all([
    loadConfig(),
    import('./data/firebase/connect.ts'),
    lastWorkspace.get() === null ? null : import('./data/firebase/database.ts'),
  ]);
  return createClient(await connectFirebase(config));
}

start().then(
  (client) =>
    root.render(
      <Providers client={client}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </Providers>,
    ),
  () => root.render(<StartFailed />),
);
