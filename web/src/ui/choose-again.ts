/** Choosing files with a button. */
import type { MouseEvent } from 'react';

/**
 * Of the input of a `FileButton`: the file that was chosen last can be chosen again, such as after its removal. Browsers say
 * nothing of a choice that is the same as the last.
 */
export const CHOOSE_AGAIN = {
  onClick({ currentTarget }: MouseEvent<HTMLInputElement>) {
    currentTarget.value = '';
  },
} as const;
