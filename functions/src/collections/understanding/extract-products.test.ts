import { describe, expect, it, vi } from 'vitest';
import { extractProducts } from './extract-products.ts';
import { pages, row, run, sheet, workbook } from './testing/build.ts';
import { understand } from './testing/understand.ts';

describe('a document without products', () => {
  const terms = [
    'Terms and Conditions',
    'Prices are in US dollars and subject to change.',
    'Minimum order $750 opening, $350 reorder.',
    'Payment within 30 days of the date of invoice.',
    'Contact: orders@example.com',
  ];

  it('gives none, whatever its text', async () => {
    const letter = pages([terms.map((text, index) => run(40, 60 + index * 14, text))]);
    expect((await understand(letter)).products).toEqual([]);
    expect((await understand(pages([[]]))).products).toEqual([]);
    expect((await understand(workbook(sheet([])))).products).toEqual([]);
    expect(
      (
        await understand(
          workbook(
            sheet([
              ['Name', 'Phone'],
              ['Ann', '0123'],
              ['Bob', '0456'],
            ]),
          ),
        )
      ).products,
    ).toEqual([]);
    expect(
      (await understand(workbook(sheet(Array.from({ length: 20 }, (_, i) => [i * 3, i * 7, i / 4])))))
        .products,
    ).toEqual([]);
  });
});

describe('a long document', () => {
  const X = [40, 120, 400];
  const page = (first: number) => [
    ...row(60, X, ['Code', 'Description', 'Price']),
    ...Array.from({ length: 50 }, (_, i) =>
      row(76 + i * 14, X, [`AB-${first + i}`, `Thing number ${first + i}`, `$${i + 1}.00`]),
    ).flat(),
  ];
  const content = pages(Array.from({ length: 40 }, (_, index) => page(1000 + index * 50)));

  it('reports its progress and lets other work run at every page', async () => {
    const onProgress = vi.fn<(done: number, of: number, unit: string) => void>();
    let turns = 0;
    const immediate = (): void => {
      turns += 1;
      pending = setImmediate(immediate);
    };
    let pending = setImmediate(immediate);
    const products = await extractProducts(content, [], { onProgress });
    clearImmediate(pending);
    expect(products).toHaveLength(2000);
    expect(onProgress).toHaveBeenLastCalledWith(40, 40, 'Page');
    expect(turns).toBeGreaterThanOrEqual(40);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const work = extractProducts(content, [], { signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(work).rejects.toThrow('cancelled');
  });
});
