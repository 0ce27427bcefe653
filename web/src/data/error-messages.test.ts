import { describe, expect, it } from 'vitest';
import { accountErrorMessage, dataErrorMessage, errorCode } from './error-messages.ts';

describe('errors in words', () => {
  it('say what to do, by the code', () => {
    expect(dataErrorMessage({ code: 'permission-denied' })).toContain('Ask an owner');
    expect(dataErrorMessage({ code: 'storage/unauthorized' })).toContain('Ask an owner');
    expect(dataErrorMessage({ code: 'unavailable' })).toContain('connection');
    expect(dataErrorMessage({ code: 'functions/permission-denied' })).toContain('Ask an owner');
    expect(dataErrorMessage({ code: 'functions/deadline-exceeded' })).toContain('connection');
    expect(accountErrorMessage({ code: 'auth/invalid-credential' })).toContain('do not match');
    expect(accountErrorMessage({ code: 'auth/email-already-in-use' })).toContain('Sign in instead');
  });

  it('say that somebody was faster to those who have access', () => {
    expect(dataErrorMessage({ code: 'permission-denied' }, 'Look again.')).toBe('Look again.');
    expect(dataErrorMessage({ code: 'unavailable' }, 'Look again.')).toContain('connection');
  });

  it('never show an unknown error as it is', () => {
    expect(dataErrorMessage(new Error('stack trace'))).not.toContain('stack');
    expect(accountErrorMessage('boom')).not.toContain('boom');
    expect(accountErrorMessage('boom', 'No mail was sent.')).toBe('No mail was sent.');
    expect(errorCode(null)).toBe('');
    expect(errorCode({ code: 7 })).toBe('');
  });
});
