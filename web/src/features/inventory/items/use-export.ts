/** All items as a CSV file that can be imported again. What belongs to them is fetched when it is asked for: none is to be missing. */
import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { dataErrorMessage } from '../../../data/error-messages.ts';
import { useClient } from '../../../data/hooks.ts';
import { itemSupplierReader, supplierReader, supplyQueries } from '../../../data/supply-records.ts';
import { useWorkspace } from '../../../data/workspace.ts';
import { saveFile } from '../../collections/items/export/export-items.ts';
import type { Inventory } from './use-inventory.ts';

export function useExport({ rows, locations }: Pick<Inventory, 'rows' | 'locations'>) {
  const { database } = useClient().backend;
  const workspace = useWorkspace();
  const [exporting, setExporting] = useState(false);
  const save = useCallback(async () => {
    setExporting(true);
    try {
      const [{ exportInventoryCsv }, suppliers, links] = await Promise.all([
        import('@docket/model/inventory/inventory-csv'),
        database.fetchQuery(supplyQueries.suppliers(workspace.id)),
        database.fetchQuery(supplyQueries.itemSuppliers(workspace.id)),
      ]);
      const csv = exportInventoryCsv(
        rows.map(({ id, item }) => ({ id, data: item })),
        {
          locations: new Map(locations.map(({ id, data }) => [id, data])),
          suppliers: new Map(supplierReader.readAll(suppliers).records.map(({ id, data }) => [id, data])),
          links: itemSupplierReader.readAll(links).records.map(({ data }) => data),
        },
      );
      saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), 'Inventory.csv');
    } catch (error) {
      notifications.show({
        color: 'red',
        title: 'The items could not be exported',
        message: dataErrorMessage(error),
      });
    } finally {
      setExporting(false);
    }
  }, [database, workspace.id, rows, locations]);
  return { exporting, exportAll: () => void save() };
}
