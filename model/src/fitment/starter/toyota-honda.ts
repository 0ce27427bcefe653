import { readStarterLines } from './read-starter-lines.ts';

/** Toyota, Honda and their makes. */
export const TOYOTA_HONDA = readStarterLines(
  ['NA'],
  `
  # Toyota
  4Runner | 1984- | | Four Runner, Forerunner | Limited, SR5, Sport, TRD Off-Road, TRD Pro, Trail, Venture
  86 | 2017-2020 | | GT86 | GT
  Auris | 2007-2018 | EU
  Avalon | 1995-2022 | | | Limited, Touring, XL, XLE, XLS, XSE, TRD
  Avalon Hybrid | 2013-2022
  Avensis | 1997-2018 | EU
  Aygo | 2005-2021 | EU
  Aygo X | 2022- | EU
  C-HR | 2016- | NA EU | | LE, XLE, Limited
  Camry | 1983- | NA EU | | CE, DX, L, LE, SE, XLE, XSE, TRD, Nightshade
  Camry Hybrid | 2007-2024 | | | LE, SE, XLE
  Carina | 1970-1998 | EU NA | Carina E
  Celica | 1970-2006 | NA EU | | GT, GT-S, ST, GT-Four, All-Trac
  Corolla | 1966- | NA EU | | CE, DX, L, LE, LE Eco, S, SE, SR5, VE, XLE, XRS, XSE, FX, GT-S
  Corolla Cross | 2022- | NA EU | | L, LE, XLE
  Corolla Cross Hybrid | 2023-
  Corolla Hatchback | 2019- | | | SE, XSE
  Corolla Hybrid | 2019- | NA EU | | LE, SE
  Corolla Verso | 2001-2009 | EU
  Corolla iM | 2017-2018
  Corona | 1964-1983
  Cressida | 1977-1992
  Crown | 1958-1972, 2023- | | | XLE, Limited, Platinum
  Crown Signia | 2025-
  Echo | 2000-2005
  FJ Cruiser | 2007-2014
  GR Corolla | 2023-
  GR Supra | 2020-2026 | NA EU
  GR Yaris | 2020- | EU
  GR86 | 2022- | NA EU
  Grand Highlander | 2024-
  Grand Highlander Hybrid | 2024-
  HiAce | 1967- | EU
  Highlander | 2001- | NA EU | | Hybrid, LE, Limited, Platinum, SE, Sport, XLE, XSE
  Highlander Hybrid | 2006- | | | LE, XLE, Limited, Platinum
  Hilux | 1968- | EU NA
  Land Cruiser | 1958-2021, 2024- | NA EU | FJ40, FJ60, FJ62, FJ80
  MR2 | 1984-1995, 1999-2007 | NA EU | MR2 Spyder | Spyder, Turbo
  Matrix | 2003-2013 | | Corolla Matrix | S, XR, XRS, Base
  Mirai | 2016- | NA EU
  Paseo | 1992-1999 | NA EU
  Picnic | 1996-2001 | EU
  Pickup | 1969-1995 | | Regular Cab Pickup, Xtra Cab, Regular Cab | DLX, SR5
  Previa | 1990-2005 | NA EU | | DX, LE, S/C
  Prius | 2001- | NA EU | | L Eco, LE, Limited, One, Two, Three, Four, Five, Touring, XLE
  Prius Plug-in Hybrid | 2012-2015 | | Prius Plug-in
  Prius Prime | 2017- | | Prius Plug-in Hybrid Prime
  Prius c | 2012-2019 | | | One, Two, Three, Four
  Prius v | 2012-2017 | | Prius Plus | Two, Three, Five
  Proace | 2013- | EU
  Proace City | 2019- | EU
  RAV4 | 1994- | NA EU | | Adventure, LE, Limited, Sport, SE, TRD Off-Road, XLE, XSE, L
  RAV4 Hybrid | 2016- | NA EU | | LE, Limited, SE, XLE, XSE
  RAV4 Prime | 2021-2024 | | RAV4 Plug-in Hybrid, RAV4 PHEV
  RAV4 EV | 1997-2003, 2012-2014
  Sequoia | 2001- | | | Capstone, Limited, Platinum, SR5, TRD Pro, TRD Sport
  Sienna | 1998- | | | CE, L, LE, Limited, SE, XLE, XSE
  Solara | 1999-2008 | | Camry Solara | SE, SLE
  Starlet | 1978-1999 | EU NA
  Supra | 1979-1998, 2020-2026 | NA EU | Celica Supra
  T100 | 1993-1998 | | T100 Xtracab | DX, SR5
  Tacoma | 1995- | | | Base, Limited, PreRunner, SR, SR5, TRD Off-Road, TRD Pro, TRD Sport, X-Runner, Trailhunter
  Tercel | 1979-1999 | NA EU
  Tundra | 2000- | | Tundra Hybrid | 1794, Capstone, Limited, Platinum, SR, SR5, TRD Pro
  Urban Cruiser | 2009-2014, 2025- | EU
  Van | 1984-1989 | | Van Wagon
  Venza | 2009-2016, 2021-2024 | | | LE, Limited, XLE
  Verso | 2009-2018 | EU
  Yaris | 1999- | NA EU | Yaris Hatchback | L, LE, S, SE, XLE
  Yaris Cross | 2020- | EU
  Yaris iA | 2017-2018
  bZ4X | 2022- | NA EU | | XLE, Limited
  iQ | 2008-2015 | EU
  # Lexus
  CT | 2011-2017 | NA EU | CT200h
  ES | 1990- | NA EU | ES250, ES300, ES300h, ES330, ES350
  GS | 1993-2020 | NA EU | GS300, GS350, GS400, GS430, GS450h, GS460, GS200t, GS F
  GX | 2003- | | GX460, GX470, GX550
  HS | 2010-2012 | | HS250h
  IS | 1999- | NA EU | IS200, IS200t, IS220d, IS250, IS300, IS300h, IS350, IS500
  IS F | 2008-2014 | NA EU
  LBX | 2024- | EU
  LC | 2018- | NA EU | LC500, LC500h
  LFA | 2011-2012 | NA EU
  LM | 2023- | EU
  LS | 1990- | NA EU | LS400, LS430, LS460, LS500, LS500h, LS600h, LS600hL
  LX | 1996- | | LX450, LX470, LX570, LX600
  NX | 2015- | NA EU | NX200t, NX250, NX300, NX300h, NX350, NX350h, NX450h+
  RC | 2015- | NA EU | RC200t, RC300, RC350, RC F
  RX | 1999- | NA EU | RX300, RX330, RX350, RX350L, RX400h, RX450h, RX500h
  RZ | 2023- | NA EU | RZ300e, RZ450e
  SC | 1992-2010 | NA EU | SC300, SC400, SC430
  TX | 2024- | | TX350, TX500h, TX550h+
  UX | 2019- | NA EU | UX200, UX250h, UX300e, UX300h
  # Scion
  FR-S | 2013-2016
  iA | 2016
  iM | 2016
  iQ | 2012-2015
  tC | 2005-2016
  xA | 2004-2006
  xB | 2004-2006, 2008-2015
  xD | 2008-2014
  # Honda
  Accord | 1976- | NA EU | | DX, EX, EX-L, EX-T, LX, LX-P, SE, Sport, Touring, Special Edition, V6
  Accord Hybrid | 2005-2007, 2014-2015, 2017- | | | EX-L, Sport, Touring
  CR-V | 1997- | NA EU | | EX, EX-L, LX, SE, Sport, Touring
  CR-V Hybrid | 2019- | NA EU
  CR-Z | 2011-2016 | NA EU
  CRX | 1984-1991 | NA EU | Civic CRX | HF, Si
  City | 1981-1994 | EU
  Civic | 1973- | NA EU | | CX, DX, EX, EX-L, EX-T, GX, HF, HX, Hybrid, LX, Si, SiR, Sport, Touring, VP, VX, VTi
  Civic Type R | 1997-2011, 2015-2025 | NA EU
  Civic del Sol | 1993-1998 | NA EU | del Sol | S, Si, VTEC
  Clarity | 2017-2021
  Clarity Electric | 2017-2019
  Clarity Fuel Cell | 2017-2021
  Clarity Plug-in Hybrid | 2018-2021
  Crosstour | 2010-2015 | | Accord Crosstour | EX, EX-L
  Element | 2003-2011 | | | DX, EX, EX-P, LX, SC
  FR-V | 2004-2009 | EU
  Fit | 2007-2013, 2015-2020 | | | Base, EX, EX-L, LX, Sport
  HR-V | 1999-2006, 2015- | NA EU | | EX, EX-L, LX, Sport, Touring
  Insight | 2000-2006, 2010-2014, 2019-2022 | NA EU | | EX, LX, Touring
  Jazz | 2001- | EU
  Legend | 1985-2012 | EU
  N600 | 1970-1972
  Odyssey | 1995- | | | EX, EX-L, Elite, LX, Touring
  Passport | 1994-2002, 2019- | | | DX, EX, EX-L, Elite, LX, Sport, Touring, TrailSport
  Pilot | 2003- | | | EX, EX-L, Elite, LX, Sport, Touring, TrailSport
  Prelude | 1979-2001, 2026- | NA EU | | S, SE, SH, Si, SR, VTEC
  Prologue | 2024- | | | EX, Elite, Touring
  Ridgeline | 2006-2014, 2017- | | | RT, RTL, RTS, RTL-E, Sport, TrailSport, Black Edition
  S2000 | 2000-2009 | NA EU | AP1, AP2 | CR
  Stream | 2000-2006 | EU
  e:Ny1 | 2023- | EU
  # Acura
  CL | 1997-1999, 2001-2003 | | 2.2CL, 2.3CL, 3.0CL, 3.2CL | Type-S
  CSX | 2006-2011
  EL | 1997-2005 | | 1.6EL, 1.7EL
  ILX | 2013-2022
  Integra | 1986-2001, 2023- | | | GS, GS-R, LS, RS, Type R, Type S, A-Spec
  Legend | 1986-1995 | | | L, LS, GS
  MDX | 2001-2020, 2022- | | | A-Spec, Advance, Technology, Touring, Type S
  MDX Sport Hybrid | 2017-2020
  NSX | 1991-2005, 2017-2022 | | | Type S
  RDX | 2007- | | | A-Spec, Advance, Technology
  RL | 1996-2012 | | 3.5RL
  RLX | 2014-2020
  RLX Sport Hybrid | 2014-2020
  RSX | 2002-2006 | | | Type-S
  SLX | 1996-1999
  TL | 1995-2014 | | 2.5TL, 3.2TL | Type-S, SH-AWD
  TLX | 2015-2025 | | | A-Spec, Advance, Technology, Type S
  TSX | 2004-2014
  Vigor | 1992-1994 | | | GS, LS
  ZDX | 2010-2013, 2024
  ADX | 2025-
  `,
);
