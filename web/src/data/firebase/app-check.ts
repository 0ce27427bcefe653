/** Firebase App Check: every request carries a proof that it comes from this app. Loaded only where a deployment wants it. */
import type { FirebaseApp } from 'firebase/app';
import { initializeAppCheck, ReCaptchaEnterpriseProvider } from 'firebase/app-check';

/** To be called before anything else is asked of Firebase. `siteKey`: of a reCAPTCHA Enterprise key for this site. */
export function startAppCheck(app: FirebaseApp, siteKey: string): void {
  initializeAppCheck(app, {
    provider: new ReCaptchaEnterpriseProvider(siteKey),
    isTokenAutoRefreshEnabled: true,
  });
}
