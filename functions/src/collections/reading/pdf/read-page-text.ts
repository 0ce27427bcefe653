/** The text and lines of one page. */
import type { PageContent } from '../../content.ts';
import type { OpenPage } from './each-page.ts';
import { layOutText } from './lay-out-text.ts';
import { type PageFont, readPageFont } from './page-font.ts';
import { LineCollector } from './ruled-lines.ts';
import { StretchBuilder } from './text-lines.ts';
import { toTextRuns } from './text-runs.ts';
import { walkPage } from './walk-page.ts';

export interface PageText {
  content: PageContent;
  /** Curves among the painted paths: many of them without any text are text turned into outlines. */
  curves: number;
}

export function readPageText({ page, frame, operations }: OpenPage): PageText {
  const builder = new StretchBuilder();
  const collector = new LineCollector();
  const fonts = new Map<string, PageFont>();
  const fontOf = (name: string | null) => {
    const known = fonts.get(name ?? '');
    if (known !== undefined) return known;
    const font = readPageFont(name !== null && page.commonObjs.has(name) ? page.commonObjs.get(name) : null);
    fonts.set(name ?? '', font);
    return font;
  };
  walkPage(operations, frame, {
    text: (shown) => layOutText(shown, fontOf(shown.state.font), builder),
    path: (path) => collector.add(path),
  });
  const { width, height } = frame.box;
  const content: PageContent = {
    number: page.pageNumber,
    width,
    height,
    runs: toTextRuns(builder.stretches, collector.lines, frame.box),
    lines: collector.lines.map(({ x1, y1, x2, y2 }) => ({ x1, y1, x2, y2 })),
    recognised: false,
  };
  return { content, curves: collector.curves };
}
