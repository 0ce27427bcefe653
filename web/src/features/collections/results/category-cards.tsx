/** The categories that were found, each with pictures of its products and the reason it is one. */
import type { Category } from '@docket/model/category';
import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Confidence } from '../../../ui/confidence.tsx';
import classes from './category-cards.module.css';
import { ProductPicture } from './product-picture.tsx';
import type { StoredProduct } from './use-products.ts';

const PICTURES = 4;

function CategoryCard({ category, products }: { category: Category; products: readonly StoredProduct[] }) {
  const own = products.filter(({ data }) => data.category === category.name);
  const pictured = own.filter(({ data }) => data.image !== null).slice(0, PICTURES);
  return (
    <Card padding="md" component="li">
      <Stack gap="sm">
        <div className={classes.pictures}>
          {pictured.map(({ path, data }) => (
            <ProductPicture key={path} product={data} />
          ))}
        </div>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={0} style={{ minWidth: 0 }}>
            <Title order={3} style={{ overflowWrap: 'anywhere' }}>
              {category.name}
            </Title>
            <Text size="sm" c="dimmed">
              {category.product_count === 1 ? '1 product' : `${category.product_count} products`} ·{' '}
              {category.reason}
            </Text>
          </Stack>
          <Confidence value={category.confidence} />
        </Group>
      </Stack>
    </Card>
  );
}

export function CategoryCards({
  categories,
  products,
}: {
  categories: readonly Category[];
  products: readonly StoredProduct[];
}) {
  return (
    <SimpleGrid
      cols={{ base: 1, xs: 2, md: 3 }}
      spacing="md"
      component="ul"
      className={classes.list}
      aria-label="Categories"
    >
      {categories.map((category) => (
        <CategoryCard key={category.id} category={category} products={products} />
      ))}
    </SimpleGrid>
  );
}
