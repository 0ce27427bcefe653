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

describe('a session', () => {
  it('takes each message once, though a POST is repeated', () => {
    const { session, received } = newSession();
    session.receive(0, ['a']);
    session.receive(1, ['b', 'c']);
    session.receive(1, ['b', 'c']);
    session.receive(2, ['c', 'd']);
    expect(received).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sends an error the way the SDKs read it', () => {
    const { session, output } = newSession();
    session.receive(0, ['a']);
    output()?.fail(new StatusError('PERMISSION_DENIED', 'no'));
    const chunks: string[] = [];
    session.backChannel.attach({ write: (chunk) => chunks.push(chunk), end() {} }, false);
    expect(chunks[0]).toContain('[[1,[{"error":{"code":403,"message":"no","status":"PERMISSION_DENIED"}}]]]');
  });

  it('closes its stream, if it ever had one', () => {
    const { session, received } = newSession();
    session.close();
    session.receive(0, ['a']);
    session.close();
    expect(received).toEqual(['a', 'closed']);
  });
});
