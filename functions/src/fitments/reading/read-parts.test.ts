import { makeWorkbook } from '../../collections/reading/testing/make-workbook.ts';
import { LIMITS } from '@docket/model/limits';
import { describe, expect, it } from 'vitest';
import { requireParts } from './read-parts.ts';
import { readBytes, readLines, rolesOf, toldParts } from './testing/read-text.ts';

const told = async (...lines: readonly string[]): Promise<string[]> =>
  toldParts((await readLines(lines)).parts);

describe('a list of parts', () => {
  it('has one part a row, with its title first and further texts after it', async () => {
    expect(
      await told(
        'SKU,Price,Title,Qty,Fitment Notes',
        'BR-1,9.50,2013-2017 Honda Accord Front Brake Rotor,4,Except Hybrid',
        'BR-2,12.00,Oil filter,0,',
      ),
    ).toEqual(['BR-1 2013-2017 Honda Accord Front Brake Rotor / Except Hybrid', 'BR-2 Oil filter']);
  });

  it('has one part for all rows of the same number, with every vehicle that they name', async () => {
    expect(
      await told(
        'Part Number,Description,Year,Make,Model,Submodel,Engine,Position',
        'BR-1,Brake rotor,2010-2012,Ford,F-150,XLT,5.0L,Front',
        'BR-1,Brake rotor,2013,Ford,F-150,,,Front',
        'br-1,Brake rotor,2013,Ford,F-150,,,Front',
        'BR-2,Brake pad,2010,Kia,Optima,,,',
      ),
    ).toEqual([
      'BR-1 Brake rotor: 2010-2012 Ford F-150 XLT 5.0L (Front), 2013 Ford F-150 (Front)',
      'BR-2 Brake pad: 2010 Kia Optima',
    ]);
  });

  it.each([
    [
      'German',
      'Artikelnummer;Bezeichnung;Marke;Modell;Typ;Baujahr von;Baujahr bis;Einbauposition;Preis;OE-Nummer',
      '0986.4/1;Bremsscheibe;VW;Golf VI;1.6 TDI;10.2008;11.2012;Vorderachse;49,90;5K0 615 301',
      '0986.4/1 Bremsscheibe: 2008-2012 VW Golf VI 1.6 TDI (Vorderachse)',
    ],
    [
      'French',
      'Référence;Désignation;Marque;Modèle;Année début;Année fin;Motorisation;Prix',
      'DF4381;Disque de frein;Renault;Clio III;2005;2012;1.5 dCi;39,90',
      'DF4381 Disque de frein: 2005-2012 Renault Clio III 1.5 dCi',
    ],
    [
      'Spanish',
      'Referencia;Descripción;Marca;Modelo;Años;Cilindrada;Posición;Precio',
      'PF-2231;Pastillas de freno;SEAT;Ibiza;2008-2015;1.4;Delantera;19,90',
      'PF-2231 Pastillas de freno: 2008-2015 SEAT Ibiza 1.4 (Delantera)',
    ],
  ])('is read with %s headings', async (_, header, row, expected) => {
    expect(await told(header, row)).toEqual([expected]);
  });

  it('is read from a German file in the encoding of old Windows', async () => {
    const bytes = Buffer.from('Teilenummer;Größe;Bezeichnung\r\nA-100;M;Stoßdämpfer für Golf', 'latin1');
    expect(toldParts((await readBytes(bytes, 'teile.csv')).parts)).toEqual(['A-100 Stoßdämpfer für Golf']);
  });

  it('takes a model for a version where there are ranges of models', async () => {
    expect(
      await told(
        'Part No;Part Description;Manufacturer;Model Range;Model;Year Of Manufacture',
        'P-100;Clutch;FORD;Focus;1.6 TDCi;2005-2011',
      ),
    ).toEqual(['P-100 Clutch: 2005-2011 FORD Focus 1.6 TDCi']);
  });

  it('keeps the maker of the part out of the vehicle', async () => {
    const { parts, tables } = await readLines([
      'Part No.,Brand,Product Name,Manufacturer,Vehicle Model,Year',
      'P-100,Brembo,Brake disc,Toyota,Corolla,2010',
      'P-101,Bosch,Brake disc,Honda,Civic,2011',
    ]);
    expect(rolesOf(tables[0])).toEqual(['part_number', 'ignored', 'description', 'make', 'model', 'years']);
    expect(toldParts(parts)[1]).toBe('P-101 Brake disc: 2011 Honda Civic');
  });

  it('has columns of base vehicles, as systems of the trade export them', async () => {
    expect(
      await told(
        'PartNumber,PartTerminologyName,BaseVehicleID,BaseVehicle.Year,BaseVehicle.Make,BaseVehicle.Model,SubModel,EngineBase,Position,Qty,MfrLabel',
        'AX100,Wheel Bearing,1234,2012,Chevrolet,Silverado 1500,LT,V8 5.3L,Front,2,Premium line',
      ),
    ).toEqual(['AX100 Wheel Bearing / Premium line: 2012 Chevrolet Silverado 1500 LT V8 5.3L (Front)']);
  });

  it('names the vehicles of a part in rows below it, as marketplaces want them', async () => {
    expect(
      await told(
        'Info,Version=1.0.0,Template=fx_category_template',
        '*Action(SiteID=eBayMotors),CustomLabel,*Title,Relationship,RelationshipDetails',
        'Add,BP-77,Ceramic brake pads,,',
        ',,,Compatibility,Make=Ford|Model=F-150|Year=2010|Trim=XLT',
        ',,,Compatibility,Make=Ford|Model=F-150|Year=2011',
        'Add,BP-78,Brake hose,,',
      ),
    ).toEqual(['BP-77 Ceramic brake pads: 2010 Ford F-150 XLT, 2011 Ford F-150', 'BP-78 Brake hose']);
  });

  it('spells out several vehicles in one cell', async () => {
    expect(
      await told(
        'part,name,fits',
        'A-1,Filter,Make=Kia|Model=Rio|Year=2012;Make=Kia|Model=Soul|Year=2013',
        'A-2,Filter,universal',
      ),
    ).toEqual(['A-1 Filter: 2012 Kia Rio, 2013 Kia Soul', 'A-2 Filter / universal']);
  });

  it('has cells that are divided as their heading is', async () => {
    expect(
      await told('Part Number,Name,Year/Make/Model', 'A-10,Filter,2012/Kia/Rio', 'A-11,Filter,all cars'),
    ).toEqual(['A-10 Filter: 2012 Kia Rio', 'A-11 Filter / all cars']);
    expect(await told('Part Number,Make|Model|Year', 'A-10,Kia|Rio|2012', 'A-11,Kia|Soul|2013')).toEqual([
      'A-10: 2012 Kia Rio',
      'A-11: 2013 Kia Soul',
    ]);
  });

  it('begins below titles, and has headings over headings', async () => {
    const workbook = makeWorkbook(
      {
        A1: 'Brake parts 2024',
        A2: 'All prices in USD',
        A4: 'Part',
        C4: 'Vehicle',
        A5: 'Number',
        B5: 'Description',
        C5: 'Make',
        D5: 'Model',
        E5: 'Year',
        A6: 'R-1001',
        B6: 'Rotor',
        C6: 'Ford',
        D6: 'Focus',
        E6: 2012,
        A7: 'R-1002',
        B7: 'Rotor',
        C7: 'Ford',
        D7: 'Fusion',
        E7: 2013,
      },
      { tail: '<mergeCells count="2"><mergeCell ref="A4:B4"/><mergeCell ref="C4:E4"/></mergeCells>' },
    );
    const { parts, tables } = await readBytes(workbook, 'parts.xlsx');
    expect(tables[0]?.header_row).toBe(5);
    expect(toldParts(parts)).toEqual(['R-1001 Rotor: 2012 Ford Focus', 'R-1002 Rotor: 2013 Ford Fusion']);
  });

  it('has headings that are merged over both rows of the header', async () => {
    const workbook = makeWorkbook(
      {
        A1: 'Part Number',
        B1: 'Description',
        C1: 'Vehicle',
        C2: 'Make',
        D2: 'Model',
        E2: 'Year',
        A3: 'R-1001',
        B3: 'Rotor',
        C3: 'Ford',
        D3: 'Focus',
        E3: 2012,
      },
      {
        tail: '<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:E1"/></mergeCells>',
      },
    );
    const { parts, tables } = await readBytes(workbook, 'parts.xlsx');
    expect(tables.map(({ header_row }) => header_row)).toEqual([2]);
    expect(toldParts(parts)).toEqual(['R-1001 Rotor: 2012 Ford Focus']);
  });

  it('says a make or a model once for the rows below it', async () => {
    expect(
      await told(
        'Make,Model,Year,Part Number,Title',
        'Ford,Focus,2012,A-100,Filter',
        ',,2013,A-101,Filter',
        ',Fiesta,2012,A-102,Filter',
        'Kia,Rio,2012,A-103,Filter',
        ',,2013,A-104,Filter',
        ',,2014,A-105,Filter',
      ),
    ).toEqual([
      'A-100 Filter: 2012 Ford Focus',
      'A-101 Filter: 2013 Ford Focus',
      'A-102 Filter: 2012 Ford Fiesta',
      'A-103 Filter: 2012 Kia Rio',
      'A-104 Filter: 2013 Kia Rio',
      'A-105 Filter: 2014 Kia Rio',
    ]);
  });

  it('leaves a make out where only this row does', async () => {
    expect(
      await told(
        'Part Number,Make,Model,Year',
        'A-100,Ford,Focus,2012',
        'A-101,Ford,Fiesta,2013',
        'A-102,,Golf,2013',
      ),
    ).toContain('A-102: 2013 Golf');
  });

  it('may have its words in two rows', async () => {
    expect(
      await told('Part,Part,Year,Year,Make,Model', 'Number,Name,From,To,,', 'A-10,Filter,2010,2012,Kia,Rio'),
    ).toEqual(['A-10 Filter: 2010-2012 Kia Rio']);
  });

  it('is read without headings, by what its cells look like', async () => {
    const { parts, tables } = await readLines([
      'BR-1001,Front brake rotor vented,Ford,F-150,2010-2012,49.90',
      'BR-1002,Rear brake rotor solid,Toyota,Camry,2009-2011,39.90',
      'BP-2001,Front ceramic brake pads,Honda,Accord,2013-2017,29.90',
    ]);
    expect(rolesOf(tables[0])).toEqual(['part_number', 'description', 'make', 'model', 'years', 'ignored']);
    expect(toldParts(parts)[0]).toBe('BR-1001 Front brake rotor vented: 2010-2012 Ford F-150');
  });

  it('is read with headings in words that are not known', async () => {
    expect(
      await told('Kod,Opis', 'BR-1001,Tarcza hamulcowa Ford Focus', 'BR-1002,Klocki Opel Astra'),
    ).toEqual(['BR-1001 Tarcza hamulcowa Ford Focus', 'BR-1002 Klocki Opel Astra']);
  });

  it('has the plain words of texts that shops keep as web pages', async () => {
    expect(
      await told(
        'Variant SKU,Title,Body (HTML),Variant Price',
        'A-1,Filter,<p>Fits <b>Kia Rio</b> &amp; Soul</p>,9.90',
      ),
    ).toEqual(['A-1 Filter / Fits Kia Rio & Soul']);
  });

  it('keeps leading noughts and long numbers as they stand', async () => {
    expect(await told('Item No,Description', '00123,Bolt', '4006633123456,Nut')).toEqual([
      '00123 Bolt',
      '4006633123456 Nut',
    ]);
  });

  it('leaves a range open whose last year is not given', async () => {
    expect(
      await told('part number,make,model,year from,year to', 'A-1,Kia,Rio,2011,', 'A-2,Kia,Rio,2011,2011'),
    ).toEqual(['A-1: 2011- Kia Rio', 'A-2: 2011 Kia Rio']);
  });

  it('does not take the days on which prices hold for years of vehicles', async () => {
    expect(
      await told(
        'Artikelnummer;Bezeichnung;Preis;Von;Bis;Valid from',
        'A-100;Filter;9,90;01.01.2024;31.12.2024;2024-01-01',
        'A-101;Pads;9,90;01.01.2024;31.12.2024;2024-01-01',
      ),
    ).toEqual(['A-100 Filter', 'A-101 Pads']);
  });

  it('takes engine and position for texts where no vehicle is named', async () => {
    expect(await told('SKU,Name,Position,Engine', 'A-1,Pad,Front,All', 'A-2,Plug,,1.9 TDI')).toEqual([
      'A-1 Pad / Front',
      'A-2 Plug / 1.9 TDI',
    ]);
  });

  it('keeps of long texts in cells and headings as much as can be stored', async () => {
    const heading = `${'h'.repeat(299)}😀`.repeat(1000);
    const model = 'Q'.repeat(1_000_000);
    const sample = `${'s'.repeat(79)}😀`;
    const { parts, tables } = await readLines([
      `Part Number,Description,Fitment,${heading}`,
      `BP-1,Brake pads,Make=Ford|Model=${model}|Year=2010,${sample}`,
      'BP-2,Brake pads,Make=Ford|Model=F-150|Year=2010,s',
    ]);
    expect(parts[0]?.given[0]?.model).toBe(model.slice(0, LIMITS.partTextCharacters));
    expect(JSON.stringify(tables).length).toBeLessThan(10_000);
    // Half a character is written as an escape, and cannot be stored.
    expect(JSON.stringify(tables)).not.toContain(String.raw`\ud83d`);
  });

  it('tells the rows that no part was made of', async () => {
    const { parts, problems, problem_count } = await readLines([
      'Part Number,Description',
      'A-1,Filter',
      ',Kit of filters',
      'n/a,To be named',
      'Part Number,Description',
      `${'A'.repeat(81)},Filter`,
    ]);
    expect(toldParts(parts)).toEqual(['A-1 Filter']);
    expect(problem_count).toBe(3);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'No part number in this row'],
      [4, '“n/a” is no part number'],
      [6, `“${'A'.repeat(30)}…” is longer than a part number can be`],
    ]);
  });
});

describe('a matrix of vehicles', () => {
  it('has a part in every cell with a number, which fits the vehicle of the row', async () => {
    expect(
      await told(
        'Make,Model,Years,Front Rotor,Rear Rotor,Front Pads',
        'Kia,Optima,2011 thru 2012,RT-100,RT-200,#N/A',
        'Kia,Rio,2010,RT-101,+,PD-1 / PD-2',
        'Ford,Focus,2010,RT-100,-,PD-3+',
      ),
    ).toEqual([
      'RT-100 Front Rotor: 2011 thru 2012 Kia Optima (Front), 2010 Ford Focus (Front)',
      'RT-200 Rear Rotor: 2011 thru 2012 Kia Optima (Rear)',
      'RT-101 Front Rotor: 2010 Kia Rio (Front)',
      'PD-1 Front Pads: 2010 Kia Rio (Front)',
      'PD-2 Front Pads: 2010 Kia Rio (Front)',
    ]);
  });

  it('may name its vehicles in one text, which is said of the part together with its years', async () => {
    expect(
      await told(
        'Vehicle,Years,Oil Filter,Air Filter',
        'Ford Focus,2012-2018,OF-100,AF-200',
        'Kia Rio,2011,OF-100,',
      ),
    ).toEqual([
      'OF-100 Oil Filter / 2012-2018 Ford Focus / 2011 Kia Rio',
      'AF-200 Air Filter / 2012-2018 Ford Focus',
    ]);
  });

  it('has headings in groups, merged or not', async () => {
    const { parts } = await readLines([
      ',,,Front,,Rear,',
      'Make,Model,Year,Pads,Rotors,Pads,Rotors',
      'Kia,Rio,2010,PD-10,RT-10,PD-20,RT-20',
      'Kia,Soul,2011,PD-11,RT-11,PD-21,RT-21',
    ]);
    expect(toldParts(parts).slice(0, 4)).toEqual([
      'PD-10 Front Pads: 2010 Kia Rio (Front)',
      'RT-10 Front Rotors: 2010 Kia Rio (Front)',
      'PD-20 Rear Pads: 2010 Kia Rio (Rear)',
      'RT-20 Rear Rotors: 2010 Kia Rio (Rear)',
    ]);
  });

  it('leaves kits aside that are made up of the parts beside them', async () => {
    const { tables } = await readLines([
      'Make,Model,Year,Pads,Rotors,Kit Number,Contents',
      'Kia,Rio,2010,PD-10,RT-10,KT-77,PD-10+RT-10',
      'Kia,Soul,2011,PD-11,RT-11,KT-78,PD-11+RT-11',
      'Kia,Cee,2011,PD-12,,,PD-12+',
    ]);
    expect(rolesOf(tables[0]).slice(3)).toEqual(['part_number', 'part_number', 'ignored', 'ignored']);
  });
});

describe('a workbook with several sheets', () => {
  const bytes = makeWorkbook(
    { A1: 'Part Number', B1: 'Description', A2: 'A-1', B2: 'Filter for Kia Rio' },
    {
      parts: {
        'xl/workbook.xml':
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Filters" sheetId="1" r:id="rId1"/><sheet name="Read me" sheetId="2" r:id="rId9"/></sheets></workbook>',
        'xl/worksheets/sheet2.xml':
          '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Please read our terms of sale.</t></is></c></row></sheetData></worksheet>',
      },
      relations: [['rId9', 'worksheet', 'worksheets/sheet2.xml']],
    },
  );

  it('is read sheet by sheet, and says why one lists no parts', async () => {
    const { parts, tables } = await readBytes(bytes, 'parts.xlsx');
    expect(parts).toHaveLength(1);
    expect(
      tables.map(({ sheet, used, part_count, reason }) => ({ sheet, used, part_count, reason })),
    ).toEqual([
      { sheet: 'Filters', used: true, part_count: 1, reason: 'It has part numbers, texts' },
      { sheet: 'Read me', used: false, part_count: 0, reason: 'No column holds part numbers' },
    ]);
  });
});

describe('a file that cannot be used', () => {
  const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });

  it('is refused when it is empty, too large or of another kind', async () => {
    await expect(readBytes(new Uint8Array(), 'x.csv')).rejects.toEqual(code('file_empty'));
    await expect(readBytes(new Uint8Array(50_000_001), 'x.csv')).rejects.toEqual(code('file_too_large'));
    const pdf = new TextEncoder().encode('%PDF-1.7 …');
    await expect(readBytes(pdf, 'x.csv')).rejects.toMatchObject({
      userMessage: '“x.csv” is a PDF file. Use an XLSX, XLS or CSV file.',
    });
  });

  it('is refused when it has more cells than a worker can hold', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: LIMITS.sheetCells / 500 + 1 }, () => 'a,'.repeat(500));
    await expect(readLines(rows)).rejects.toMatchObject({ code: 'file_too_many_cells' });
  });

  it('is refused when it has more parts than a worker can hold', { timeout: 60_000 }, async () => {
    const columns = Array.from({ length: 100 }, (_, at) => at);
    const header = ['Make', 'Model', 'Year', ...columns.map((at) => `Front Pads ${at}`)].join(',');
    const rows = Array.from({ length: LIMITS.partsPerFile / 100 + 1 }, (_, row) =>
      ['Kia', 'Rio', '2010', ...columns.map((at) => `BP${row}-${at}`)].join(','),
    );
    await expect(readLines([header, ...rows])).rejects.toMatchObject({
      code: 'too_many_parts',
      userMessage:
        '“parts.csv” lists more than 50,000 parts; one file may have up to 50,000. Split it, then upload it again.',
    });
  });

  it('is refused when it has too many rows', async () => {
    const bytes = new TextEncoder().encode(`sku,title\n${'A-1,Filter\n'.repeat(200_000)}`);
    await expect(readBytes(bytes, 'x.csv')).rejects.toMatchObject({
      userMessage: '“x.csv” has more than 50,000 rows. Split it, then replace it.',
    });
  });

  it('is refused when no column holds part numbers, or nothing but numbers', async () => {
    for (const lines of [
      ['id,year,make,model', '1001,2010,Kia,Rio'],
      ['Title,Price', 'Brake pad for Kia Rio,9.90'],
      ['Part Number,Price', 'A-100,9.90'],
    ]) {
      const read = await readLines(lines);
      expect(read.tables[0]?.used).toBe(false);
      expect(() => requireParts(read, 'x.csv')).toThrow(code('parts_unreadable'));
    }
  });

  it('is refused when no row has a part number', async () => {
    const read = await readLines(['Part Number,Title', ',Filter', ',Pad']);
    expect(() => requireParts(read, 'x.csv')).toThrow(code('parts_missing'));
  });

  it('does not go on when the run is cancelled', async () => {
    const { readParts } = await import('./read-parts.ts');
    const bytes = new TextEncoder().encode(`sku,title\n${'A-1,Filter\n'.repeat(5000)}`);
    const reading = readParts({ bytes, name: 'x.csv' }, null, AbortSignal.abort(new Error('cancelled')));
    await expect(reading).rejects.toThrow('cancelled');
  });
});
