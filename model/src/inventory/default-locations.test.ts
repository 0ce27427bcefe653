import { describe, expect, it } from 'vitest';
import { DEFAULT_LOCATIONS } from './default-locations.ts';
import { locationSchema } from './location.ts';

describe('the places that a workspace begins with', () => {
  it('are these ten', () => {
    expect(DEFAULT_LOCATIONS.map(({ name, description }) => `${name}: ${description}`)).toEqual([
      'Main Workshop: Primary workspace for general projects',
      'Electronics Lab: ESD-safe electronics work',
      'Wood Shop: Woodworking with saws and sanders',
      'Metal Shop: Metal fabrication and welding',
      '3D Printing Area: 3D printers and filament',
      'Tool Crib: Shared hand tools',
      'Storage Room: General supplies storage',
      'Office Supplies: Paper, pens, office items',
      'Safety Equipment: PPE and first aid',
      'Consumables: Sandpaper, rags, disposable items',
    ]);
  });

  it('have ids made of their names, each once', () => {
    for (const { id, name } of DEFAULT_LOCATIONS) {
      expect(id).toBe(`default-${name.toLowerCase().replaceAll(' ', '-')}`);
    }
    expect(new Set(DEFAULT_LOCATIONS.map(({ id }) => id)).size).toBe(10);
  });

  it('can be stored', () => {
    for (const { name, description } of DEFAULT_LOCATIONS) {
      const location = {
        name,
        description,
        active: true,
        is_default: true,
        created_by: 'system',
        created_at: new Date(0),
      };
      expect(locationSchema.parse(location)).toEqual(location);
    }
  });
});
