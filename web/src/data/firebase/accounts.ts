/** The accounts port on Firebase Authentication. */
import type { Emulators } from '@docket/model/web-config';
import type { FirebaseApp } from 'firebase/app';
import {
  browserPopupRedirectResolver,
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  indexedDBLocalPersistence,
  initializeAuth,
  onIdTokenChanged,
  sendEmailVerification,
  signInWithEmailAndPassword,
  signInWithPopup,
  signOut,
} from 'firebase/auth';
import type { Accounts } from '../ports.ts';

export function createAccounts(app: FirebaseApp, emulators: Emulators | null): Accounts {
  const auth = initializeAuth(app, { persistence: indexedDBLocalPersistence });
  if (emulators !== null) {
    connectAuthEmulator(auth, `http://${emulators.host}:${emulators.auth}`, { disableWarnings: true });
  }
  return {
    watch: (next) =>
      // Every new token, as what is known of an address changes while somebody is signed in.
      onIdTokenChanged(auth, (user) => {
        if (user === null) return next(null);
        const { uid, emailVerified } = user;
        const email = user.email ?? '';
        next({ uid, email, emailVerified, displayName: user.displayName ?? (email.split('@')[0] || 'You') });
      }),
    async signIn(email, password) {
      await signInWithEmailAndPassword(auth, email, password);
    },
    async create(email, password) {
      await createUserWithEmailAndPassword(auth, email, password);
    },
    async signInWithGoogle() {
      // The resolver is passed here, not above: it loads Google's scripts, which nobody else needs.
      await signInWithPopup(auth, new GoogleAuthProvider(), browserPopupRedirectResolver);
    },
    async sendVerification() {
      if (auth.currentUser !== null) await sendEmailVerification(auth.currentUser);
    },
    async refresh() {
      await auth.currentUser?.reload();
      await auth.currentUser?.getIdToken(true);
    },
    signOut: () => signOut(auth),
  };
}
