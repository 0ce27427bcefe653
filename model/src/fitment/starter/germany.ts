import { readStarterLines } from './read-starter-lines.ts';

/** BMW, Mercedes-Benz, Opel and others of Germany. */
export const GERMANY = readStarterLines(
  ['NA', 'EU'],
  `
  # BMW
  1 Series | 2004- | | 1er, 114i, 116i, 118i, 120i, 125i, 128i, 130i, 135i, 114d, 116d, 118d, 120d, 123d, 125d, M135i, M140i, E81, E82, E87, E88, F20, F21, F40 | M Sport, xDrive
  1602 | 1966-1977 | | 1600
  2 Series | 2014- | | 2er, 218i, 220i, 225i, 228i, 230i, M235i, M240i, 216d, 218d, 220d, 225d, F22, F23, F44, F45, F46, G42 | M Sport, xDrive, Gran Coupe
  2002 | 1968-1976 | | | tii, Turbo
  2800 | 1968-1977
  3 Series | 1975- | | 3er, 315, 316, 316i, 316ti, 318, 318i, 318is, 318ti, 318d, 320, 320i, 320d, 320xi, 323, 323i, 323is, 323Ci, 325, 325e, 325es, 325i, 325is, 325iX, 325xi, 325Ci, 325d, 325td, 325tds, 328, 328i, 328is, 328Ci, 328xi, 328d, 330, 330i, 330xi, 330Ci, 330e, 330d, 335, 335i, 335is, 335xi, 335d, 340i, M340i, ActiveHybrid 3, E21, E30, E36, E46, E90, E91, E92, E93, F30, F31, F34, G20, G21 | M Sport, xDrive, Compact, Touring, Gran Turismo, GT, Luxury, Sport
  4 Series | 2014- | | 4er, 418i, 420i, 428i, 430i, 435i, 440i, M440i, 418d, 420d, 425d, 430d, 435d, F32, F33, F36, G22, G23, G26 | M Sport, xDrive, Gran Coupe
  5 Series | 1972- | | 5er, 518, 518i, 520, 520i, 523i, 524td, 525, 525i, 525xi, 528, 528e, 528i, 528xi, 530, 530i, 530xi, 530e, 533i, 535, 535i, 535is, 535xi, 540i, 540d, 545i, 550i, M550i, 518d, 520d, 525d, 525td, 525tds, 530d, 535d, E12, E28, E34, E39, E60, E61, F07, F10, F11, G30, G31, G60 | M Sport, xDrive, Touring, Gran Turismo
  6 Series | 1976-1989, 2003-2019 | | 6er, 628CSi, 630CSi, 633CSi, 635CSi, 630i, 640i, 645Ci, 650i, 635d, 640d, E24, E63, E64, F06, F12, F13, G32 | M Sport, Gran Coupe, Gran Turismo, xDrive
  7 Series | 1977- | | 7er, 728i, 730i, 732i, 733i, 735i, 735iL, 740i, 740iL, 740Li, 745i, 745Li, 745e, 750i, 750iL, 750Li, 760i, 760Li, M760i, 725d, 730d, 735d, 740d, ActiveHybrid 7, E23, E32, E38, E65, E66, F01, F02, G11, G12, G70 | M Sport, xDrive
  8 Series | 1989-1999, 2018-2025 | | 8er, 830i, 840i, 840Ci, 850i, 850Ci, 850CSi, M850i, E31, G14, G15, G16 | M Sport, xDrive, Gran Coupe
  Alpina B7 | 2007-2008, 2011-2022
  Isetta | 1955-1962
  M1 | 1978-1981
  1 Series M | 2011-2012 | | 1M
  M Coupe | 1998-2008 | | Z3 M Coupe, M Roadster, Z3 M Roadster, Z3 M
  M2 | 2016-2021, 2023- | | | Competition, CS
  M3 | 1986-2018, 2021- | | | Competition, CS, CSL, GTS
  M4 | 2014- | | | Competition, CS, CSL, GTS
  M5 | 1985-2023, 2025- | | | Competition, CS
  M6 | 1983-1989, 2005-2010, 2012-2019
  M8 | 2019-2025
  X1 | 2009- | | E84, F48, U11 | M Sport, sDrive28i, xDrive28i, xDrive35i
  X2 | 2018- | | F39 | M Sport, sDrive28i, xDrive28i, M35i
  X3 | 2003- | | E83, F25, G01 | M Sport, M40i, sDrive30i, xDrive28i, xDrive30i, xDrive35i
  X3 M | 2019-2024
  X4 | 2014-2025 | | F26, G02 | M Sport, M40i, xDrive28i, xDrive30i, xDrive35i
  X4 M | 2019-2025
  X5 | 1999- | | E53, E70, F15, G05 | M Sport, 3.0i, 4.4i, 4.6is, 4.8i, 4.8is, sDrive35i, xDrive30d, xDrive35d, xDrive35i, xDrive40i, xDrive48i, xDrive50i
  X5 M | 2009-2013, 2015-
  X6 | 2008- | | E71, E72, F16, G06 | M Sport, sDrive35i, xDrive35i, xDrive40i, xDrive50i
  X6 M | 2009-
  X7 | 2019- | | G07 | M50i, M60i, xDrive40i, xDrive50i
  XM | 2023-
  Z1 | 1989-1991 | EU
  Z3 | 1995-2002 | | E36/7, E36/8 | 1.9, 2.3, 2.5i, 2.8, 3.0i
  Z4 | 2002-2016, 2019-2026 | | E85, E86, E89, G29 | 2.5i, 3.0i, 3.0si, M40i, sDrive28i, sDrive30i, sDrive35i, sDrive35is
  Z4 M | 2006-2008
  Z8 | 2000-2003
  i3 | 2013-2022 | | | REx, S
  i4 | 2021- | | | eDrive35, eDrive40, M50
  i5 | 2023-
  i7 | 2022-
  i8 | 2014-2020
  iX | 2021- | | | M60, xDrive50
  iX1 | 2022- | EU
  iX2 | 2024- | EU
  iX3 | 2020- | EU
  # MINI | BMW Mini
  Clubman | 2007-2024 | | Cooper Clubman, Clubvan, R55, F54 | S, John Cooper Works, JCW
  Convertible | 2004- | | Cooper Convertible, Cabrio, R52, R57, F57 | S, John Cooper Works, JCW
  Cooper | 2001- | | Hardtop, Hardtop 2 Door, Hardtop 4 Door, Hatch, Hatchback, Cooper Hardtop, Cooper S, One, Cooper SE, R50, R53, R56, F55, F56 | S, SE, John Cooper Works, JCW
  Countryman | 2010- | | Cooper Countryman, R60, F60 | S, SE, John Cooper Works, JCW, ALL4
  Coupe | 2011-2015 | | Cooper Coupe, R58 | S, John Cooper Works, JCW
  Paceman | 2012-2016 | | Cooper Paceman, R61 | S, John Cooper Works, JCW
  Roadster | 2012-2015 | | Cooper Roadster, R59 | S, John Cooper Works, JCW
  Classic Mini | 1959-2000 | EU | Austin Mini, Morris Mini
  # Rolls-Royce
  Corniche | 1971-1996, 2000-2002
  Cullinan | 2018-
  Dawn | 2015-2023
  Ghost | 2009-
  Phantom | 1925-1991, 2003-
  Silver Seraph | 1998-2002
  Silver Shadow | 1965-1980
  Silver Spirit | 1980-1998
  Silver Spur | 1980-1998
  Spectre | 2023-
  Wraith | 1938-1939, 2013-2023
  # Mercedes-Benz | Mercedes, MB, Mercedes-AMG, Mercedes-Maybach, Mercedes-EQ
  190 | 1982-1993 | | 190 E, 190 D, W201 | 2.3, 2.6, 2.3-16
  190 SL | 1955-1963
  200 | 1965-1993 | EU | 200 D, 200 E, 200 TE
  220 | 1951-1976 | | 220 D, 220 S, 220 SE
  230 | 1965-1993 | | 230 E, 230 CE, 230 TE, 230 SL
  240 D | 1973-1983
  250 | 1966-1993 | | 250 D, 250 SE, 250 SL, 250 C
  260 E | 1987-1989
  280 | 1968-1985 | | 280 E, 280 C, 280 CE, 280 S, 280 SE, 280 SEL, 280 SL, 280 SLC
  300 CD | 1978-1985
  300 CE | 1988-1993
  300 D | 1975-1993 | | 300 D Turbo
  300 E | 1985-1993 | | W124
  300 SD | 1978-1993 | | 300 SDL
  300 SE | 1988-1993 | | 300 SEL
  300 SL | 1954-1963, 1985-1993
  300 TD | 1979-1987
  300 TE | 1988-1993
  350 SD | 1991-1992 | | 350 SDL
  380 SL | 1980-1985 | | 380 SE, 380 SEL, 380 SEC, 380 SLC
  400 E | 1992-1993
  400 SE | 1992-1993 | | 400 SEL
  420 SEL | 1985-1991 | | 420 SE
  450 SL | 1971-1980 | | 450 SE, 450 SEL, 450 SLC
  500 E | 1991-1993
  500 SEC | 1981-1993
  500 SEL | 1980-1993 | | 500 SE
  500 SL | 1980-1993
  560 SEC | 1986-1991
  560 SEL | 1986-1991
  560 SL | 1986-1989
  600 SEC | 1992-1993
  600 SEL | 1991-1993 | | 600 SE
  600 SL | 1992-1993
  A-Class | 1997- | | A-Klasse, Mercedes-AMG A-Class, A140, A150, A160, A170, A180, A190, A200, A210, A220, A250, A35, A45, W168, W169, W176, W177
  AMG GT | 2015- | | GT AMG, GT S, GT C, GT R, Mercedes-AMG GT | 43, 53, 55, 63, C, R, S
  B-Class | 2005- | | B-Klasse, B150, B160, B170, B180, B200, B220, B250, B250e, W245, W246, W247
  C-Class | 1993- | | C-Klasse, Mercedes-AMG C-Class, C180, C200, C220, C230, C240, C250, C280, C300, C320, C350, C350e, C400, C450, C32, C36, C43, C55, C63, W202, W203, W204, W205, W206, S203, S204, S205 | 4MATIC, AMG, Kompressor, Luxury, Sport
  CL-Class | 1998-2014 | | CL55, CL63, CL65, CL500, CL550, CL600, W215, W216, C216
  CLA | 2013- | | CLA-Class, Mercedes-AMG CLA, CLA180, CLA200, CLA220, CLA250, CLA35, CLA45, C117, C118
  CLE | 2024- | | CLE300, CLE450
  CLK-Class | 1997-2010 | | CLK, CLK200, CLK230, CLK240, CLK320, CLK350, CLK430, CLK500, CLK550, CLK55, CLK63, W208, W209, C208, C209
  CLS | 2004-2023 | | CLS-Class, Mercedes-AMG CLS, CLS350, CLS400, CLS450, CLS500, CLS53, CLS55, CLS550, CLS63, W219, C219, W218, C257
  Citan | 2012- | EU
  E-Class | 1993- | | E-Klasse, Mercedes-AMG E-Class, E200, E220, E230, E240, E250, E260, E270, E280, E300, E320, E350, E400, E420, E430, E450, E500, E550, E43, E53, E55, E63, W210, W211, W212, W213, C207, C238, S211, S212 | 4MATIC, AMG, Bluetec, CDI, Luxury, Sport
  EQA | 2021- | EU
  EQB | 2021-2025 | | Mercedes-EQ EQB, EQB250, EQB300, EQB350
  EQC | 2019-2023 | EU
  EQE | 2022- | | Mercedes-AMG EQE, Mercedes-EQ EQE, EQE350
  EQE SUV | 2023- | | Mercedes-AMG EQE SUV, Mercedes-EQ EQE SUV
  EQS | 2021- | | Mercedes-AMG EQS, Mercedes-EQ EQS, EQS450, EQS580
  EQS SUV | 2023- | | Mercedes-EQ EQS SUV, Mercedes-Maybach EQS SUV
  EQV | 2020- | EU
  G-Class | 1979- | | G-Klasse, G-Wagen, G Wagon, Mercedes-AMG G-Class, G300, G320, G500, G550, G55, G63, G65, W460, W463
  GL-Class | 2006-2016 | | GL320, GL350, GL450, GL500, GL550, GL63, X164, X166
  GLA | 2014- | | GLA-Class, Mercedes-AMG GLA, GLA180, GLA200, GLA220, GLA250, GLA35, GLA45, X156, H247
  GLB | 2019- | | Mercedes-AMG GLB, GLB200, GLB250, GLB35, X247
  GLC | 2015- | | GLC-Class, Mercedes-AMG GLC, GLC220, GLC250, GLC300, GLC350e, GLC43, GLC63, X253, X254
  GLC Coupe | 2016- | | Mercedes-AMG GLC Coupe, C253
  GLE | 2015- | | GLE-Class, Mercedes-AMG GLE, GLE300d, GLE350, GLE350d, GLE400, GLE43, GLE450, GLE53, GLE550, GLE580, GLE63, W166 GLE, W167, V167
  GLE Coupe | 2015- | | Mercedes-AMG GLE Coupe, C292, C167
  GLK-Class | 2008-2015 | | GLK, GLK220, GLK250, GLK280, GLK320, GLK350, X204
  GLS | 2016- | | GLS-Class, Mercedes-AMG GLS, Mercedes-Maybach GLS, GLS350d, GLS450, GLS550, GLS580, GLS63, X167
  M-Class | 1997-2015 | | ML-Class, ML, ML250, ML270, ML280, ML300, ML320, ML350, ML400, ML420, ML430, ML450, ML500, ML55, ML550, ML63, W163, W164, W166
  Maybach S 600 | 2016-2017 | | Mercedes-Maybach S 600
  Maybach S-Class | 2015- | | Mercedes-Maybach S-Class
  Metris | 2016-2023 | NA | Metris Worker
  R-Class | 2005-2013 | | R320, R350, R500, R63, W251
  S-Class | 1972- | | S-Klasse, Mercedes-AMG S-Class, S280, S300, S320, S350, S400, S420, S430, S450, S500, S550, S560, S580, S600, S55, S63, S65, W116, W126, W140, W220, W221, W222, W223 | 4MATIC, AMG
  SL-Class | 1954- | | SL, Mercedes-AMG SL, SL280, SL300, SL320, SL350, SL400, SL450, SL500, SL550, SL600, SL55, SL63, SL65, R107, R129, R230, R231, R232
  SLC | 2016-2020 | | SLC-Class, Mercedes-AMG SLC, SLC180, SLC200, SLC300, SLC43
  SLK-Class | 1996-2016 | | SLK, Mercedes-AMG SLK, SLK200, SLK230, SLK250, SLK280, SLK300, SLK320, SLK32, SLK350, SLK55, R170, R171, R172
  SLR McLaren | 2004-2009 | | SLR
  SLS AMG | 2010-2015 | | SLS, SLS-Class
  Sprinter | 1995-
  Sprinter 1500 | 2019-2022 | NA
  Sprinter 2500 | 2010- | NA | Sprinter Worker
  Sprinter 3500 | 2010- | NA | Sprinter 3500XD
  Sprinter 4500 | 2019- | NA
  V-Class | 1996-2003, 2014- | EU | V-Klasse, V220, V250, V300
  Vaneo | 2001-2005 | EU
  Viano | 2003-2014 | EU
  Vito | 1996- | EU
  X-Class | 2017-2020 | EU | X-Klasse
  eSprinter | 2019-
  # Maybach
  57 | 2002-2012
  62 | 2002-2012
  # Smart
  Crossblade | 2002-2003 | EU
  Forfour | 2004-2006, 2014-2021 | EU
  Fortwo | 1998-2024 | | Fortwo Cabrio, Fortwo Electric Drive, Fortwo Electric Drive Cabrio, Fortwo EQ, Fortwo EQ Cabrio, Fortwo EQ Coupe, City Coupe | Brabus, Passion, Pure
  Roadster | 2003-2006 | EU
  Smart 1 | 2022- | EU
  Smart 3 | 2023- | EU
  # Opel
  Adam | 2012-2019 | EU
  Agila | 2000-2014 | EU
  Ampera | 2011-2015 | EU
  Ampera-e | 2017-2019 | EU
  Antara | 2006-2015 | EU
  Ascona | 1970-1988 | EU
  Astra | 1991- | EU | Astra F, Astra G, Astra H, Astra J, Astra K, Astra L | GTC, OPC
  Calibra | 1989-1997 | EU
  Campo | 1991-2001 | EU
  Cascada | 2013-2019 | EU
  Combo | 1994- | EU
  Commodore | 1967-1982 | EU
  Corsa | 1982- | EU | Corsa A, Corsa B, Corsa C, Corsa D, Corsa E, Corsa F | OPC, GSi
  Crossland | 2017-2024 | EU | Crossland X
  Frontera | 1991-2004, 2024- | EU
  GT | 1968-1973, 2007-2010
  Grandland | 2017- | EU | Grandland X
  Insignia | 2008-2022 | EU | | OPC
  Kadett | 1936-1940, 1962-1991 | EU
  Karl | 2015-2019 | EU
  Manta | 1970-1988
  Meriva | 2003-2017 | EU
  Mokka | 2012- | EU | Mokka X
  Monterey | 1991-1999 | EU
  Monza | 1978-1986 | EU
  Movano | 1998- | EU
  Omega | 1986-2003 | EU
  Rekord | 1953-1986 | EU
  Senator | 1978-1993 | EU
  Signum | 2003-2008 | EU
  Sintra | 1996-1999 | EU
  Speedster | 2000-2005 | EU
  Tigra | 1994-2001, 2004-2009 | EU
  Vectra | 1988-2008 | EU | Vectra A, Vectra B, Vectra C
  Vivaro | 2001- | EU
  Zafira | 1999-2019 | EU | Zafira Tourer
  # Trabant
  601 | 1963-1990 | EU | P601
  # Wartburg
  353 | 1966-1988 | EU
  `,
);
