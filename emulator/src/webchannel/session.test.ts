import { describe, expect, it } from 'vitest';
import type { StreamOutput } from '../service/streams.ts';
import { StatusError } from '../status.ts';
import { WebChannelSession } from './session.ts';

function newSession() {
  const received: unknown[] = [];
  let output: StreamOutput | undefined;
  const session = new WebChannelSession('sid', (_first, streamOutput) => {
    output = streamOutput;
    return { receive: (message) => received.push(message), close: () => received.push('closed') };
  });
  return { session, received, output: () => output };
}

const receive = (session: WebChannelSession, offset: number, messages: unknown[]) => {
  session.accept(offset, messages);
  session.proceed();
};

describe('a session', () => {
  it('takes each message once, though a POST is repeated', () => {
    const { session, received } = newSession();
    receive(session, 0, ['a']);
    receive(session, 1, ['b', 'c']);
    receive(session, 1, ['b', 'c']);
    receive(session, 2, ['c', 'd']);
    expect(received).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends an error the way the SDKs read it', () => {
    const { session, output } = newSession();
    receive(session, 0, ['a']);
    output()?.fail(new StatusError('PERMISSION_DENIED', 'no'));
    const chunks: string[] = [];
    session.backChannel.attach({ write: (chunk) => chunks.push(chunk) > 0, end() {} }, false);
    expect(chunks[0]).toContain('[[1,[{"error":{"code":403,"message":"no","status":"PERMISSION_DENIED"}}]]]');
  });

  it('closes its stream, if it ever had one, and opens none after that', () => {
    const [{ session, received }, other] = [newSession(), newSession()];
    receive(session, 0, ['a']);
    session.close();
    other.session.close();
    receive(other.session, 0, ['a']);
    expect([received, other.received]).toEqual([['a', 'closed'], []]);
  });

  it('refuses messages when some are missing before them', () => {
    const { session, received } = newSession();
    receive(session, 0, ['a']);
    expect(() => session.accept(2, ['c'])).toThrow('missing');
    receive(session, 1, ['b']);
    expect(received).toEqual(['a', 'b']);
  });

  it('asks a client that is behind for nothing more until it has read', () => {
    const { session, received, output } = newSession();
    receive(session, 0, ['a']);
    output()?.send([{ text: 'x'.repeat(2_000_000) }]);
    receive(session, 1, ['b']);
    expect(received).toEqual(['a']);
    session.backChannel.attach({ write: () => true, end() {} }, false);
    session.proceed();
    expect(received).toEqual(['a', 'b']);
  });
});
