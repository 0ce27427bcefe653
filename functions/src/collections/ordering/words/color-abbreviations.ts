/** Short forms of colours as article numbers end in them: BLK, NVY, WH. Pure. */
import { fold } from '../../understanding/vocabulary/fold.ts';

const SHORT = new Set(
  (
    'bk bl blk bla blac wh wht whi wt rd red bu blu blue bl nv nvy nav navy gr gy gry grn gre gn gren grey gray yl yel yw or org orn pk pnk pin pr prp pur br brn bro bw be bei bg beg cr crm cre iv ivo ' +
    'kh kha khk ol olv tn tan cam cml sn snd sa san sl slv sil gd gld gol mu mul mlt multi tq teal tl tea bor bur bdx rst rus mus mst cha chr chl chc ant anth nat nt ecr ec off ofw cam cob ind den dnm rose ros ' +
    'lil lav mnt min aqu coral cor pch pea sch sw ws rt bn gb ge ro be si go vi li no ne bi ro bl gi ve ne bc ro az gr vr ma mar bla noi nr bln rg gs'
  ).split(' '),
);

/** True for letters, with or without digits behind them, that are a usual short form of a colour: "BLK", "BL139". */
export function isColorAbbreviation(code: string): boolean {
  const letters = fold(code).replace(/\d+$/u, '');
  return letters.length >= 2 && SHORT.has(letters);
}

/**
 * True when the letters of a code stand in a colour's name in this order, the first ones at the start of words: "NVY" for
 * "Navy", "DKB" for "Dark Blue".
 */
export function abbreviates(code: string, color: string): boolean {
  const letters = fold(code).replace(/\d+$/u, '');
  const name = fold(color);
  if (letters.length < 2 || letters[0] !== name[0]) return false;
  let at = 0;
  for (const letter of letters) {
    const found = name.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}
