/** The functions port on callable functions. Its SDK is loaded with the first call: hardly any page makes one. */
import type { WebConfig } from '@docket/model/web-config';
import type { FirebaseApp } from 'firebase/app';
import type { Functions } from '../ports.ts';

export function createFunctions(app: FirebaseApp, { deployment, emulators }: WebConfig): Functions {
  const load = async () => {
    const sdk = await import('firebase/functions');
    const functions = sdk.getFunctions(app, deployment.region);
    if (emulators !== null) sdk.connectFunctionsEmulator(functions, emulators.host, emulators.functions);
    return { sdk, functions };
  };
  let loaded: ReturnType<typeof load> | null = null;
  const open = () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
  return {
    async call(name, data) {
      const { sdk, functions } = await open();
      const answer = await sdk.httpsCallable(functions, name)(data);
      return answer.data;
    },
  };
}
