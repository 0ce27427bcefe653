/**
 * Builds the web app and serves it in development. `DOCKET_WEB_PORT` sets the port; `DOCKET_WEB_CONFIG`, a JSON text in
 * the shape of `webConfigSchema`, is served as the page's runtime configuration.
 */
import { fileURLToPath } from 'node:url';
import { WEB_CONFIG_PATH } from '@docket/model/web-config';
import react from '@vitejs/plugin-react';
import { type Connect, defineConfig, loadEnv, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Answers the page's question which Firebase project it belongs to. */
function runtimeConfig(json: string | undefined): Plugin {
  const serve: Connect.NextHandleFunction = (_request, response) => {
    response.statusCode = json === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(json ?? '{}');
  };
  return {
    name: 'docket:runtime-config',
    configureServer: (server) => void server.middlewares.use(WEB_CONFIG_PATH, serve),
    configurePreviewServer: (server) => void server.middlewares.use(WEB_CONFIG_PATH, serve),
  };
}

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, root, 'DOCKET_WEB_');
  const listen = {
    host: '127.0.0.1',
    ...(env.DOCKET_WEB_PORT === undefined ? {} : { port: Number(env.DOCKET_WEB_PORT), strictPort: true }),
  };
  return {
    root,
    plugins: [react(), runtimeConfig(env.DOCKET_WEB_CONFIG)],
    resolve: { alias: { re2js: `${root}src/data/firebase/no-pipeline-regex.ts` } },
    server: listen,
    preview: listen,
    build: { outDir: 'dist', target: 'es2023' },
  };
});
