import { describe, expect, it } from 'vitest';
import { imageAtKey } from './arrow-keys.ts';

const key = (name: string, shiftKey = false) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey,
});
const around = { previous: 'a', next: 'c', asking: false };

describe('the arrow keys beside an open image', () => {
  it('lead to the images before and after it', () => {
    expect(imageAtKey(key('ArrowLeft'), around)).toBe('a');
    expect(imageAtKey(key('ArrowRight'), around)).toBe('c');
    expect(imageAtKey(key('ArrowRight'), { ...around, next: null })).toBeNull();
  });

  it('do nothing together with other keys, as other keys do', () => {
    expect(imageAtKey(key('ArrowRight', true), around)).toBeNull();
    expect(imageAtKey(key('Enter'), around)).toBeNull();
  });

  it('leave the image where it is while it is asked whether to delete it', () => {
    expect(imageAtKey(key('ArrowLeft'), { ...around, asking: true })).toBeNull();
    expect(imageAtKey(key('ArrowRight'), { ...around, asking: true })).toBeNull();
  });
});
