/** The places that every workspace begins with. */

/** In the order in which they are shown. The ids never change: by them the set-up knows what is already there. */
export const DEFAULT_LOCATIONS = [
  {
    id: 'default-main-workshop',
    name: 'Main Workshop',
    description: 'Primary workspace for general projects',
  },
  { id: 'default-electronics-lab', name: 'Electronics Lab', description: 'ESD-safe electronics work' },
  { id: 'default-wood-shop', name: 'Wood Shop', description: 'Woodworking with saws and sanders' },
  { id: 'default-metal-shop', name: 'Metal Shop', description: 'Metal fabrication and welding' },
  { id: 'default-3d-printing-area', name: '3D Printing Area', description: '3D printers and filament' },
  { id: 'default-tool-crib', name: 'Tool Crib', description: 'Shared hand tools' },
  { id: 'default-storage-room', name: 'Storage Room', description: 'General supplies storage' },
  { id: 'default-office-supplies', name: 'Office Supplies', description: 'Paper, pens, office items' },
  { id: 'default-safety-equipment', name: 'Safety Equipment', description: 'PPE and first aid' },
  { id: 'default-consumables', name: 'Consumables', description: 'Sandpaper, rags, disposable items' },
] as const satisfies readonly DefaultLocation[];

/** A place before it is in a workspace. */
export interface DefaultLocation {
  id: string;
  name: string;
  description: string;
}
