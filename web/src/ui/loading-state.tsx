/** Grey shapes of what is about to appear, so that nothing jumps when it does. */
import { SimpleGrid, Skeleton, Stack, VisuallyHidden } from '@mantine/core';

function Announced({ children }: { children: React.ReactNode }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden component="output">Loading…</VisuallyHidden>
      {children}
    </div>
  );
}

/** A page with a head and some blocks. */
export function PageSkeleton() {
  return (
    <Announced>
      <Stack gap="lg">
        <Stack gap="xs">
          <Skeleton h={14} w={90} />
          <Skeleton h={28} w={260} />
        </Stack>
        <Skeleton h={36} w="100%" maw={520} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Skeleton h={200} />
          <Skeleton h={200} />
        </SimpleGrid>
      </Stack>
    </Announced>
  );
}

/** Cards in a grid. */
export function CardsSkeleton() {
  return (
    <Announced>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
        <Skeleton h={232} radius="lg" />
        <Skeleton h={232} radius="lg" />
        <Skeleton h={232} radius="lg" />
      </SimpleGrid>
    </Announced>
  );
}

/** Lines of a list or table. */
export function RowsSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Announced>
      <Stack gap="sm">
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} h={44} />
        ))}
      </Stack>
    </Announced>
  );
}
