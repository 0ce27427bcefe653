/** What a deployment says of itself reaches the SDKs. */
import type { Deployment } from '@docket/model/web-config';
import type { initializeAppCheck } from 'firebase/app-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectFirebase } from './connect.ts';

const sdk = vi.hoisted(() => ({
  initializeAppCheck: vi.fn<typeof initializeAppCheck>(),
  getFunctions: vi.fn<(app: unknown, region: string) => string>(() => 'functions'),
  httpsCallable: vi.fn<() => () => Promise<{ data: string }>>(() => async () => ({ data: 'answer' })),
}));
vi.mock('firebase/app-check', () => ({
  initializeAppCheck: sdk.initializeAppCheck,
  ReCaptchaEnterpriseProvider: vi.fn<() => void>(),
}));
vi.mock('firebase/functions', () => sdk);
vi.mock('./accounts.ts', () => ({ createAccounts: () => ({}) }));

const connect = async (deployment: Deployment) =>
  await connectFirebase({
    firebase: { apiKey: 'key', projectId: 'shop', storageBucket: 'shop.firebasestorage.app' },
    deployment,
    emulators: null,
    demo: null,
  });

beforeEach(() => vi.clearAllMocks());

describe('a deployed site', () => {
  it('calls functions in the region where they are', async () => {
    const { functions } = await connect({ region: 'europe-west1', app_check_site_key: null });
    expect(await functions.call('queueFigures', {})).toBe('answer');
    expect(sdk.getFunctions).toHaveBeenCalledWith(expect.anything(), 'europe-west1');
  });

  it('proves what it is where the deployment has a key for that, and only there', async () => {
    await connect({ region: 'us-central1', app_check_site_key: null });
    expect(sdk.initializeAppCheck).not.toHaveBeenCalled();
    await connect({ region: 'us-central1', app_check_site_key: 'site-key' });
    expect(sdk.initializeAppCheck).toHaveBeenCalledOnce();
  });
});
