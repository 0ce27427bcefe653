import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openTextRecogniser } from './ocr.ts';

const blank = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();

describe('a text recogniser', () => {
  it('finds nothing on a blank page', async () => {
    const recogniser = await openTextRecogniser();
    await expect(recogniser.recognise(await blank(), new AbortController().signal)).resolves.toEqual([]);
    await recogniser.close();
  });

  it('stops at once when it is aborted', async () => {
    const recogniser = await openTextRecogniser();
    const controller = new AbortController();
    const reading = recogniser.recognise(await blank(), controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(reading).rejects.toThrow('cancelled');
  });

  it('does not begin when it is aborted before', async () => {
    const recogniser = await openTextRecogniser();
    const reading = recogniser.recognise(await blank(), AbortSignal.abort(new Error('cancelled')));
    await expect(reading).rejects.toThrow('cancelled');
    await recogniser.close();
  });

  it('fails on what is no picture, and only there', async () => {
    const recogniser = await openTextRecogniser();
    const { signal } = new AbortController();
    await expect(recogniser.recognise(Buffer.from('no picture'), signal)).rejects.toMatchObject({
      code: 'internal',
    });
    await expect(recogniser.recognise(await blank(), signal)).resolves.toEqual([]);
    await recogniser.close();
  });
});
