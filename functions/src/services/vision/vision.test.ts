/** The real client library, against a server on this machine that speaks the REST API of the service. */
import diagnostics from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { DocketError, errorKind } from '@docket/model/errors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { afterTest, closedPort } from '../testing/local-server.ts';
import { FULL_ANSWER } from './testing/answers.ts';
import { annotated, clientFor, refused, visionServer } from './testing/vision-server.ts';
import { Vision, type VisionOptions } from './vision.ts';

const PICTURE = { file: 'bag.jpg', jpeg: Buffer.from('a picture') };
const { signal } = new AbortController();

beforeEach(() => vi.stubEnv('METADATA_SERVER_DETECTION', 'none'));
afterEach(() => vi.unstubAllEnvs());

function openVision(options: VisionOptions): Vision {
  const vision = new Vision(options);
  afterTest(async () => await vision.close());
  return vision;
}

/** What a person, the engine and a breaker are told when a server answers like this. */
async function failureWith(answer: (response: ServerResponse) => void, timeoutMs = 5_000) {
  const server = await visionServer(answer);
  const vision = openVision({ ...server.options, timeoutMs });
  const failure = await vision.annotate(PICTURE, signal).then(
    () => null,
    (error: unknown) => told(error),
  );
  return { failure, requests: server.arrived.length };
}

function told(error: unknown) {
  if (!(error instanceof DocketError)) throw error;
  const { code, userMessage, message } = error;
  return { code, kind: errorKind(code), sentence: userMessage, details: message };
}

const UNAVAILABLE = {
  code: 'service_unavailable',
  kind: 'dependency',
  sentence: 'Google Cloud Vision does not answer at the moment. Try again later.',
};
const REFUSED = {
  code: 'service_refused',
  kind: 'permanent',
  sentence: 'Google Cloud Vision refuses our requests. Ask whoever runs Docket to check its access.',
};

describe('a request', () => {
  it('asks for everything about one picture at once, and how sure its text is', async () => {
    const { arrived, options } = await visionServer(annotated(FULL_ANSWER));
    await openVision(options).annotate(PICTURE, signal);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toMatchObject({ method: 'POST', path: '/v1/images:annotate', key: 'of-a-test' });
    const { image, features, imageContext } = arrived[0]?.sent ?? {};
    expect(Buffer.from(image?.content ?? '', 'base64').toString()).toBe('a picture');
    // Labels, text, colours, objects, safe search: google.cloud.vision.v1.Feature.Type.
    expect(features).toEqual([
      { type: 4, maxResults: 15 },
      { type: 5 },
      { type: 7 },
      { type: 19, maxResults: 15 },
      { type: 6 },
    ]);
    expect(imageContext).toEqual({ textDetectionParams: { enableTextDetectionConfidenceScore: true } });
  });

  it('leaves it to the service which language a text is in', async () => {
    const { arrived, options } = await visionServer(annotated({}));
    await openVision(options).annotate(PICTURE, signal);
    expect(arrived[0]?.sent.imageContext).not.toHaveProperty('languageHints');
  });

  it('goes to the service alone', async () => {
    const asked: string[] = [];
    const note = (message: unknown) => {
      asked.push(z.object({ request: z.object({ host: z.string() }) }).parse(message).request.host);
    };
    diagnostics.subscribe('http.client.request.start', note);
    afterTest(async () => void diagnostics.unsubscribe('http.client.request.start', note));
    const { options } = await visionServer(annotated({}));
    await openVision(options).annotate(PICTURE, signal);
    expect(asked).toEqual(['127.0.0.1']);
  });
});

describe('an answer', () => {
  it('may lack all parts', async () => {
    const { options } = await visionServer(annotated({}));
    expect(await openVision(options).annotate(PICTURE, signal)).toMatchObject({
      labelAnnotations: [],
      localizedObjectAnnotations: [],
    });
  });

  it('may have parts and values that are not known yet', async () => {
    const { options } = await visionServer(
      annotated({ moodAnnotation: { mood: 'calm' }, safeSearchAnnotation: { adult: 17, violence: 1 } }),
    );
    expect(await openVision(options).annotate(PICTURE, signal)).toMatchObject({
      safeSearchAnnotation: { adult: '17', violence: 'VERY_UNLIKELY' },
    });
  });

  it.each([
    ['a page of a proxy', (response: ServerResponse) => response.end('<html>Please log in</html>')],
    ['nothing', (response: ServerResponse) => response.end()],
    ['half of an answer', (response: ServerResponse) => response.end('{"responses": [{"labelAnn')],
    ['a text where a list belongs', annotated({ labelAnnotations: 'bag' })],
    ['something else', (response: ServerResponse) => response.end('{"answers": []}')],
    ['null', (response: ServerResponse) => response.end('null')],
    ['two answers', (response: ServerResponse) => response.end('{"responses": [{}, {}]}')],
  ])('that is %s is a failure of the service', async (_what, answer) => {
    const { failure } = await failureWith(answer);
    expect(failure).toMatchObject(UNAVAILABLE);
  });
});

describe('an error', () => {
  it.each([
    [429, 'RESOURCE_EXHAUSTED'],
    [500, 'INTERNAL'],
    [503, 'UNAVAILABLE'],
    [504, 'DEADLINE_EXCEEDED'],
  ])('%i passes: it counts against the service, and is not tried again here', async (code, status) => {
    const { failure, requests } = await failureWith(refused(code, status));
    expect(failure).toMatchObject(UNAVAILABLE);
    expect(failure?.details).toContain(`Refused as ${status}.`);
    expect(requests).toBe(1);
  });

  it.each([
    [400, 'INVALID_ARGUMENT'],
    [401, 'UNAUTHENTICATED'],
    [403, 'PERMISSION_DENIED'],
    [404, 'NOT_FOUND'],
  ])('%i does not pass, and says who can help', async (code, status) => {
    const { failure } = await failureWith(refused(code, status));
    expect(failure).toMatchObject(REFUSED);
  });

  it('without a word counts by its status', async () => {
    const wordless = (code: number) => (response: ServerResponse) => {
      response.writeHead(code).end();
    };
    expect((await failureWith(wordless(502))).failure).toMatchObject(UNAVAILABLE);
    expect((await failureWith(wordless(403))).failure).toMatchObject(REFUSED);
  });

  it('of the picture alone comes with an answer that is fine otherwise', async () => {
    const bad = await failureWith(annotated({ error: { code: 3, message: 'Bad image data.' } }));
    expect(bad.failure).toMatchObject({ code: 'file_corrupt', kind: 'permanent' });
    expect(bad.failure?.sentence).toContain('“bag.jpg”');
    const busy = await failureWith(
      annotated({ error: { code: 14, message: 'Busy.' }, labelAnnotations: [] }),
    );
    expect(busy.failure).toMatchObject(UNAVAILABLE);
    const denied = await failureWith(annotated({ error: { code: 7, message: 'Billing is off.' } }));
    expect(denied.failure).toMatchObject({ ...REFUSED, details: 'vision: Billing is off.' });
  });

  it('is one line, however much the service says', async () => {
    const { failure } = await failureWith((response) => {
      response.writeHead(503).end('<p>\n'.repeat(10_000));
    });
    expect(failure?.details.length).toBeLessThan(400);
    expect(failure?.details).not.toContain('\n');
  });
});

describe('a service that does not answer', () => {
  it.each([
    ['says nothing', () => undefined],
    [
      'stops in the middle',
      (response: ServerResponse) => void response.writeHead(200).write('{"responses": ['),
    ],
    ['hangs up', (response: ServerResponse) => void response.destroy()],
  ])('is unavailable: it %s', async (_how, answer) => {
    const { failure, requests } = await failureWith(answer, 1_500);
    expect(failure).toMatchObject(UNAVAILABLE);
    expect(requests).toBe(1);
  });

  it('is unavailable: nobody listens', async () => {
    const vision = openVision({ client: clientFor(await closedPort()) });
    await expect(vision.annotate(PICTURE, signal).catch(told)).resolves.toMatchObject(UNAVAILABLE);
  });

  it('is let go of when the phase is to stop', async () => {
    const { arrived, options } = await visionServer(() => undefined);
    const abort = new AbortController();
    const answer = openVision(options).annotate(PICTURE, abort.signal);
    await vi.waitFor(() => expect(arrived).toHaveLength(1));
    const reason = new Error('cancelled');
    abort.abort(reason);
    await expect(answer).rejects.toBe(reason);
    await vi.waitFor(() => expect(arrived[0]?.gone()).toBe(true));
  });

  it('is not called when the phase is to stop already', async () => {
    const { arrived, options } = await visionServer(annotated({}));
    const reason = new Error('cancelled');
    await expect(openVision(options).annotate(PICTURE, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(arrived).toEqual([]);
  });
});

describe('a client', () => {
  it('without credentials is refused, and does not end the process', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '/there/is/no/such/file.json');
    const unhandled = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unhandled);
    afterTest(async () => void process.off('unhandledRejection', unhandled));
    const { apiKey: _none, ...client } = clientFor(await closedPort());
    const vision = openVision({ client });
    await expect(vision.annotate(PICTURE, signal).catch(told)).resolves.toMatchObject(REFUSED);
    await expect(vision.annotate(PICTURE, signal).catch(told)).resolves.toMatchObject(REFUSED);
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('is used for all pictures, and can be closed before the first', async () => {
    const { arrived, options } = await visionServer(annotated({}));
    const vision = openVision(options);
    await vision.close();
    await Promise.all([vision.annotate(PICTURE, signal), vision.annotate(PICTURE, signal)]);
    expect(arrived).toHaveLength(2);
  });
});
