/** Places on the globe, and places in a database. */
import { error, type Table, typeError } from './table.ts';

const nowhere = error('Not a place on the globe.');

export const latlngs: Table = {
  about: 'rules.LatLng',
  type: 'latlng',
  rows: [
    ['latlng.value(52.5, 13.4).latitude()', '52.5'],
    ['latlng.value(52.5, 13.4).longitude()', '13.4'],
    ['latlng.value(1, 2) == latlng.value(1.0, 2.0)', 'true'],
    ['latlng.value(1, 2) == latlng.value(2, 1)', 'false'],
    ['latlng.value(0, 0).distance(latlng.value(0, 0))', '0.0'],
    // A degree on the equator: 111.2 km.
    ['math.round(latlng.value(0, 0).distance(latlng.value(0, 1)) / 100)', '1112'],
    ['latlng.value(90, 0).distance(latlng.value(-90, 0)) > 20000000', 'true'],
    ['latlng.value(0, 0).distance(1)', typeError('int', 'latlng')],
  ],
};

export const latlngFunctions: Table = {
  about: 'rules.latlng',
  rows: [
    ['latlng.value(52.5, 13)', 'latlng(52.5, 13.0)'],
    ['latlng.value(-90, 180)', 'latlng(-90.0, 180.0)'],
    ['latlng.value(91, 0)', nowhere],
    ['latlng.value(0, -181)', nowhere],
    ['latlng.value(0.0 / 0.0, 0)', nowhere],
    ["latlng.value('1', 0)", typeError('string', 'int', 'float')],
  ],
};

export const paths: Table = {
  about: 'rules.Path',
  type: 'path',
  rows: [
    ['/path/to/resource', '/path/to/resource'],
    ["path('path/to/resource')", '/path/to/resource'],
    ["path('/path/to') == /path/to", 'true'],
    ['/a/$(1 + 1)/c', '/a/2/c'],
    ["/a/$('b')/$('c' + 'd')", '/a/b/cd'],
    ['/a/$(/b/c)', '/a/b/c'],
    ['/a/$(null)', typeError('null', 'string', 'path', 'int', 'bool')],
    ['/a/b[0]', "'a'"],
    ['(/a/b/c)[2]', "'c'"],
    ['(/a/b)[2]', error('Index out of range.')],
    ["(/path/$(foo)/$(bar)).bind({'foo': 'something', 'bar': 'another'})", '/path/something/another'],
    ["path('/a/$(b)').bind({'b': 'c'})", '/a/c'],
    ["(/a/$(b)).bind({'b': 'c'}).b", "'c'"],
    ["(/a/$(b)).bind({'b': 'c'})['b']", "'c'"],
    ["(/a/$(b)).bind({'b': 'c'}).d", error('Property d is undefined on object.')],
    ['(/a/$(b)).bind({})', error('Nothing to bind to b.')],
    ["(/a/$(b)).bind('c')", typeError('string', 'map')],
    ['/über/straße', '/über/straße'],
    ['/a/-b_c', '/a/-b_c'],
    ['path(1)', typeError('int', 'string')],
  ],
};
