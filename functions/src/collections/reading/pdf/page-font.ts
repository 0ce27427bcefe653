/** What is needed of a font: how it looks and how wide its unit is. */
import { z } from 'zod';

const optionalNumber = z.number().optional().catch(undefined);

/** A font as pdf.js describes it. Fields that it leaves out or that make no sense fall back to the usual ones. */
const fontSchema = z.object({
  name: z.string().catch(''),
  bold: z.boolean().catch(false),
  black: z.boolean().catch(false),
  italic: z.boolean().catch(false),
  fontMatrix: z.array(z.number()).min(4).optional().catch(undefined),
  ascent: optionalNumber,
  descent: optionalNumber,
  isType3Font: z.boolean().catch(false),
});

export interface PageFont {
  bold: boolean;
  italic: boolean;
  /** Text space per unit of a glyph's width, at size 1. */
  unit: number;
  /** How far letters reach above and below the baseline, as parts of the size. `descent` is negative. */
  ascent: number;
  descent: number;
}

const USUAL: PageFont = { bold: false, italic: false, unit: 0.001, ascent: 0.9, descent: -0.22 };

export function readPageFont(given: unknown): PageFont {
  const parsed = fontSchema.safeParse(given);
  if (!parsed.success) return USUAL;
  const { name, bold, black, italic, fontMatrix, ascent, descent, isType3Font } = parsed.data;
  return {
    bold: bold || black || /bold|black|heavy|demi(?!light)/i.test(name),
    italic: italic || /italic|oblique/i.test(name),
    unit: fontMatrix?.[0] || USUAL.unit,
    ascent: !isType3Font && ascent !== undefined && ascent > 0.5 && ascent < 1.2 ? ascent : USUAL.ascent,
    descent:
      !isType3Font && descent !== undefined && descent < -0.1 && descent > -0.4 ? descent : USUAL.descent,
  };
}
