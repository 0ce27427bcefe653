/** Titles with lists that divide nothing, months, leftovers of web pages, and part words that are names too: written for this project. */
import { type CatalogueTitle, fits, fitsOnly } from './catalogue-title.ts';

export const LISTS_AND_LEFTOVERS: readonly CatalogueTitle[] = [
  fits(
    'Mazda 3 5 6 CX-9 2009-2013',
    'Mazda Mazda3 2009-2013',
    'Mazda Mazda5 2009-2013',
    'Mazda Mazda6 2009-2013',
    'Mazda CX-9 2009-2013',
  ),
  fits('Mazda 3 5 door 2009-2013', 'Mazda Mazda3 2009-2013'),
  fits('Audi A4 6 speed 2009-2013', 'Audi A4 2009-2013'),
  fits(
    'Land Rover Discovery 3/4 2005-2016, LR4 2010-2016',
    'Land Rover Discovery 2005-2016',
    'Land Rover LR4 2010-2016',
  ),
  fits(
    'Nissan Frontier, Xterra, Pathfinder (05-15, 05-15, 05-12)',
    'Nissan Frontier 2005-2015',
    'Nissan Xterra 2005-2015',
    'Nissan Pathfinder 2005-2012',
  ),
  fits('Škoda Octavia 1Z3 & Superb 3T4 2008-2013', 'Škoda Octavia 2008-2013', 'Škoda Superb 2008-2013'),
  fits(
    'Timing chain kit Chevy Equinox, Malibu; GMC Terrain; Buick LaCrosse 2010-2014',
    'Chevrolet Equinox 2010-2014',
    'Chevrolet Malibu 2010-2014',
    'GMC Terrain 2010-2014',
    'Buick LaCrosse 2010-2014',
  ),
  fits(
    'Tesla Model Y 2020-2023 trunk mat; fits also Model 3 (2017-2023)',
    'Tesla Model Y 2020-2023',
    'Tesla Model 3 2017-2023',
  ),
  fits(
    'Dodge Caravan Chrysler Town Country 2001-2007',
    'Dodge Caravan 2001-2007',
    'Chrysler Town & Country 2001-2007',
  ),
  fits('Honda Civic Jan 2010 - Dec. 2014', 'Honda Civic 2010-2014'),
  fits('Honda Civic from January 2010 to December 2014', 'Honda Civic 2010-2014'),
  fits('VW Golf Okt. 2008 bis März 2012', 'Volkswagen Golf 2008-2012'),
  fits('HONDA CIVIC2006-2011', 'Honda Civic 2006-2011'),
  fits('2006-2011HONDA CIVIC', 'Honda Civic 2006-2011'),
  fits('Honda&nbsp;Civic&nbsp;2006&ndash;2011', 'Honda Civic 2006-2011'),
  fits(
    '<ul><li>Honda Civic 2006-2011</li><li>Honda Accord 2008-2012</li></ul>',
    'Honda Civic 2006-2011',
    'Honda Accord 2008-2012',
  ),
  fitsOnly('Jeep Wrangler 07-18 hard top seal', 'Jeep Wrangler 2007-2018'),
  fitsOnly('Window Seal 2012-2017 Toyota Camry', 'Toyota Camry 2012-2017'),
  fitsOnly('Honda Seal Kit 2012-2017 Civic', 'Honda Civic 2012-2017'),
  fits('BYD Seal 2023-2024', 'BYD Seal 2023-2024'),
];
