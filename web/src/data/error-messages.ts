/** From the errors of Firebase and the network to sentences that say what to do. */

/** The `code` that Firebase errors carry, e.g. `permission-denied`; empty for anything else. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

const NO_ACCESS = 'You do not have access to this. Ask an owner of the workspace for a role that allows it.';

/** Why data could not be read or written. `denied` is said instead of who gives access, where it is known to be there. */
export function dataErrorMessage(error: unknown, denied = NO_ACCESS): string {
  switch (errorCode(error)) {
    case 'permission-denied':
    case 'functions/permission-denied':
    case 'storage/unauthorized':
      return denied;
    case 'unauthenticated':
    case 'functions/unauthenticated':
    case 'storage/unauthenticated':
      return 'Your session has ended. Sign in again.';
    case 'unavailable':
    case 'functions/deadline-exceeded':
    case 'functions/unavailable':
    case 'storage/retry-limit-exceeded':
      return 'The server cannot be reached. Check your connection and try again.';
    case 'resource-exhausted':
    case 'storage/quota-exceeded':
      return 'The storage of this project is used up. Ask its administrator.';
    case 'already-exists':
      return 'Somebody else was faster: this exists already.';
    case 'storage/server-file-wrong-size':
      return 'The file did not arrive whole. Upload it again.';
    default:
      return 'Something went wrong on our side. Try again.';
  }
}

/** Why signing in did not work. `otherwise` is said of what is not known, where something else than signing in was tried. */
export function accountErrorMessage(
  error: unknown,
  otherwise = 'Signing in did not work. Try again.',
): string {
  switch (errorCode(error)) {
    case 'auth/invalid-credential':
    case 'auth/user-not-found':
    case 'auth/wrong-password':
      return 'E-mail and password do not match an account. Check both, or create an account.';
    case 'auth/invalid-email':
      return 'This is not an e-mail address.';
    case 'auth/email-already-in-use':
      return 'There is an account with this e-mail already. Sign in instead.';
    case 'auth/weak-password':
      return 'Choose a password of at least 8 characters.';
    case 'auth/too-many-requests':
      return 'Too many attempts. Wait a few minutes, then try again.';
    case 'auth/user-disabled':
      return 'This account has been disabled. Ask your administrator.';
    case 'auth/popup-blocked':
      return 'Your browser blocked the Google window. Allow pop-ups for this page and try again.';
    case 'auth/popup-closed-by-user':
    case 'auth/cancelled-popup-request':
      return 'The Google window was closed before you had signed in.';
    case 'auth/network-request-failed':
      return 'The sign-in service cannot be reached. Check your connection and try again.';
    default:
      return otherwise;
  }
}
