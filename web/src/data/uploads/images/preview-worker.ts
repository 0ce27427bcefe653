/** The worker behind `createPreviewWorker`. */
import { PREVIEW_EDGE, type PreviewAnswer, type PreviewQuestion } from './draw-preview.ts';

const QUALITY = 0.8;

async function draw(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, PREVIEW_EDGE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas to draw on');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  // Transparency is kept: WebP has it, and browsers that cannot write it make PNG.
  return await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
}

self.addEventListener('message', ({ data }: MessageEvent<PreviewQuestion>) => {
  const answer = (preview: Blob | null) => {
    const message: PreviewAnswer = { id: data.id, preview };
    self.postMessage(message, { transfer: [] });
  };
  draw(data.file).then(answer, () => answer(null));
});
