/** What the decoder says, as something that a person can read. */
import { DocketError } from '@docket/model/errors';

/**
 * Wraps what sharp has thrown while it decoded the file `fileName`. Its only texts that are told apart are that of its
 * time limit and that of its pixel limit; anything else that stops a decoder is a damaged file.
 */
export function decodingError(error: unknown, fileName: string): DocketError {
  if (error instanceof DocketError) return error;
  const [details = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const options = { cause: error };
  if (details.startsWith('timeout:')) {
    return new DocketError('image_too_slow', { file: fileName }, `decoder: ${details}`, options);
  }
  if (details.includes('pixel limit')) {
    return new DocketError('image_too_many_pixels', { file: fileName }, `decoder: ${details}`, options);
  }
  return new DocketError('file_corrupt', { file: fileName }, `decoder: ${details}`, options);
}
