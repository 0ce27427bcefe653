/** Finds in a heading where on the vehicle the parts below it belong. Pure. */
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';

const POSITIONS = new Set(
  (
    'front rear left right lh rh fl fr rl rr upper lower inner outer inside outside driver drivers passenger passengers side both axle forward frt rr ' +
    'vorn vorne hinten links rechts vorderachse hinterachse va ha oben unten innen aussen fahrerseite beifahrerseite ' +
    'avant arriere gauche droite droit av ar superieur inferieur interieur exterieur essieu conducteur passager ' +
    'delantero delantera trasero trasera izquierdo izquierda derecho derecha superior inferior interior exterior eje conductor acompanante'
  ).split(' '),
);

/** Words that stand between others but name no place by themselves. */
const LINKS = new Set('side both axle eje essieu forward'.split(' '));

/** The words of a heading that name a place, as they stand there: "Front Pads (Left)" → "Front Left"; '' when none does. */
export function positionIn(heading: string): string {
  const words = (heading.match(/[\p{L}\p{M}']+/gu) ?? []).filter((word) => POSITIONS.has(fold(word)));
  return words.some((word) => !LINKS.has(fold(word))) ? words.join(' ') : '';
}

/** True for a text that names a place and nothing else. */
export function isPosition(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  return words.length > 0 && words.length <= 5 && words.every((word) => POSITIONS.has(fold(word)));
}
