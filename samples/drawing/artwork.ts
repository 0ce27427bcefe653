/** Pictures that belong to the brand and to no product: the logo mark and the landscape of the cover. */
import sharp from 'sharp';

const wave = (y: number, phase: number) =>
  `<path d="M-20 ${y}C${20 + phase} ${y - 26} ${50 + phase} ${y - 26} ${80 + phase} ${y}S${150 + phase} ${y + 26} ${190 + phase} ${y}S250 ${y - 20} 280 ${y}" fill="none" stroke="#f4f1ea" stroke-width="9"/>`;

/** A round mark with waves below a hill, 240 px, to be clipped to its circle: repeated in the head of every page. */
export async function logoMark(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240"><rect width="240" height="240" fill="#24384f"/><g><circle cx="158" cy="82" r="26" fill="#d9a25f"/><path d="M-10 140L70 66L120 116L150 96L250 150V260H-10Z" fill="#93a08a"/><rect y="140" width="240" height="110" fill="#24384f"/>${wave(160, 0)}${wave(188, -24)}${wave(216, 10)}</g></svg>`;
  return sharp(Buffer.from(svg)).removeAlpha().png({ compressionLevel: 9 }).toBuffer();
}

const hill = (d: string, color: string) => `<path d="${d}" fill="${color}"/>`;
const glint = (index: number) => {
  const y = 990 + index * 26;
  const half = 26 + index * 15 + ((index * 37) % 23);
  const x = 690 + ((index * 53) % 44) - 22;
  return `<rect x="${x - half}" y="${y}" width="${half * 2}" height="${3 + index * 0.5}" rx="3" fill="#f7d9a8" opacity="${0.75 - index * 0.04}"/>`;
};

/** An estuary at dusk that fills the cover, 1000 × 1414 px. */
export async function coverLandscape(): Promise<Buffer> {
  const glints = Array.from({ length: 15 }, (_, index) => glint(index)).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414"><defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#20324a"/><stop offset="0.42" stop-color="#5d6f86"/><stop offset="0.62" stop-color="#d8a983"/><stop offset="0.7" stop-color="#f1cf9f"/></linearGradient><linearGradient id="sea" x2="0" y2="1"><stop offset="0" stop-color="#c79f80"/><stop offset="0.3" stop-color="#50647c"/><stop offset="1" stop-color="#16222f"/></linearGradient><radialGradient id="sun"><stop offset="0" stop-color="#fff0cf"/><stop offset="0.28" stop-color="#fbd9a0" stop-opacity="0.8"/><stop offset="1" stop-color="#fbd9a0" stop-opacity="0"/></radialGradient><filter id="b"><feGaussianBlur stdDeviation="3"/></filter></defs><rect width="1000" height="1414" fill="url(#sky)"/><circle cx="690" cy="836" r="330" fill="url(#sun)"/><circle cx="690" cy="836" r="50" fill="#fff3d8"/>${hill('M0 905C120 850 210 838 330 872S520 900 640 862S860 820 1000 872V1000H0Z', '#b39c92')}${hill('M0 930C90 880 190 872 280 910S430 950 560 940S700 962 800 938S930 900 1000 920V1010H0Z', '#6d7280')}<rect y="970" width="1000" height="444" fill="url(#sea)"/><g filter="url(#b)">${glints}</g>${hill('M0 1010C150 965 260 985 360 1010S470 1040 520 1052C380 1072 180 1066 0 1080Z', '#2b3a3d')}<g><path d="M560 1120L648 1120L632 1144L576 1144Z" fill="#1a2430"/><path d="M602 1112V940L664 1104Z" fill="#efe6d4"/><path d="M596 1112V968L548 1106Z" fill="#d9cbb2"/><path d="M599 1120V930" stroke="#1a2430" stroke-width="4"/><path d="M566 1150L598 1290L650 1150Z" fill="#efe6d4" opacity="0.12"/></g>${hill('M1000 1120C900 1130 800 1180 720 1240S600 1360 520 1414H1000Z', '#1c2b2c')}${hill('M0 1250C120 1230 260 1290 380 1414H0Z', '#131f24')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}
