/** Theme, master and the one layout of a presentation: what somebody who goes on editing it in PowerPoint starts from. */
import type { Palette } from '@docket/model/deck/palette';
import { emu, NAMESPACES, solidFill, xmlDocument } from './xml.ts';
import { GROUP } from './slide-xml.ts';

/** The deck's colours under "Theme Colours". */
export function themeXml(palette: Palette): string {
  const colors = {
    dk1: palette.text,
    lt1: palette.background,
    dk2: palette.quiet,
    lt2: palette.placeholder,
    accent1: palette.accent,
    accent2: palette.quiet,
    accent3: palette.hairline,
    accent4: palette.onPlaceholder,
    accent5: palette.quietOnAccent,
    accent6: palette.accentText,
    hlink: palette.accentText,
    folHlink: palette.quiet,
  };
  const scheme = Object.entries(colors).map(
    ([name, color]) => `<a:${name}><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:${name}>`,
  );
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number) => `<a:ln w="${width}">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>';
  return xmlDocument(
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Deck"><a:themeElements><a:clrScheme name="Deck">${scheme.join('')}</a:clrScheme><a:fontScheme name="Deck"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="Deck"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
}

/** Where a title stands on slides that people add. */
const TITLE = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(48)}" y="${emu(31)}"/><a:ext cx="${emu(560)}" cy="${emu(24)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>`;

export function slideMasterXml(palette: Palette): string {
  const text = (size: number, bold: 0 | 1) =>
    `<a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="${size}" b="${bold}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>`;
  return xmlDocument(
    `<p:sldMaster ${NAMESPACES}><p:cSld><p:bg><p:bgPr>${solidFill(palette.background)}<a:effectLst/></p:bgPr></p:bg><p:spTree>${GROUP}${TITLE}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>${text(1300, 1)}</p:titleStyle><p:bodyStyle>${text(1200, 0)}</p:bodyStyle><p:otherStyle>${text(1200, 0)}</p:otherStyle></p:txStyles></p:sldMaster>`,
  );
}

export function slideLayoutXml(): string {
  return xmlDocument(
    `<p:sldLayout ${NAMESPACES} type="titleOnly" preserve="1"><p:cSld name="Title Only"><p:spTree>${GROUP}${TITLE}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  );
}
