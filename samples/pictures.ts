/** Draws the pictures of the catalogue in the sizes that the samples need. */
import type { Colour } from './brand.ts';
import { COLOURS } from './brand.ts';
import { brightness } from './drawing/colour.ts';
import { drawPicture } from './drawing/picture.ts';
import { seedFrom } from './drawing/random.ts';
import { FULL_CANVAS, type Surface } from './drawing/scene.ts';
import type { PrintedProduct } from './layout/card.ts';
import { pictureSize } from './layout/category-page.ts';
import { productLook, type SampleCategory, type SampleProduct } from './product.ts';

/** Pixels along the width: 300 dpi and more on the page. */
const PICTURE_WIDTH = 860;
/** Where sweaters lie on the canvas; a low picture leaves out what is empty. */
const KNITWEAR_BAND = { top: 92, bottom: 900 };

const LIGHT: Surface = { from: '#f2efe9', to: '#e0dbd1' };
const COOL: Surface = { from: '#eceeef', to: '#d5d9db' };
const WARM: Surface = { from: '#e9dfd2', to: '#d3c5b3' };

/** Light garments lie on a warmer surface, so that their edge shows. */
function surfaceFor(colour: Colour): Surface {
  if (brightness(colour.hex) > 0.78) return WARM;
  return colour === COLOURS.fog || colour === COLOURS.slate ? COOL : LIGHT;
}

async function printProduct(product: SampleProduct, category: SampleCategory): Promise<PrintedProduct> {
  const size = pictureSize(category.columns, category.rows);
  const picture = await drawPicture({
    garment: product.garment,
    look: productLook(product),
    surface: surfaceFor(product.colours[0]),
    frame: {
      width: PICTURE_WIDTH,
      height: Math.round((PICTURE_WIDTH * size.height) / size.width),
      ...(category.rows === 3 ? KNITWEAR_BAND : FULL_CANVAS),
    },
    seed: seedFrom(product.sku),
    grain: 7,
    quality: 78,
  });
  return { product, picture };
}

/** The products of a category with their pictures, drawn at the proportions of its page. */
export async function printProducts(category: SampleCategory): Promise<PrintedProduct[]> {
  return Promise.all(category.products.map((product) => printProduct(product, category)));
}
