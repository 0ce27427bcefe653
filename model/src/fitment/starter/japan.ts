import { readStarterLines } from './read-starter-lines.ts';

/** Other makes of Japan. */
export const JAPAN = readStarterLines(
  ['NA'],
  `
  # Nissan
  100NX | 1990-1996 | EU
  200SX | 1977-1988, 1995-1998 | NA EU | S12 | SE, SE-R
  240SX | 1989-1998 | | S13, S14 | LE, SE, XE
  280ZX | 1979-1983 | NA EU
  300ZX | 1984-1996 | NA EU | Z31, Z32 | Turbo
  310 | 1979-1982
  350Z | 2003-2009 | NA EU | Z33 | Base, Enthusiast, Grand Touring, Nismo, Touring, Track
  370Z | 2009-2020 | NA EU | Z34 | Base, Nismo, Touring
  810 | 1977-1981
  Almera | 1995-2006 | EU
  Altima | 1993- | | | GLE, GXE, S, SE, SE-R, SL, SR, SV, Hybrid, Platinum
  Ariya | 2022- | NA EU
  Armada | 2004-2015, 2017- | | Pathfinder Armada | LE, Platinum, SE, SL, SV
  Axxess | 1990-1995
  Bluebird | 1984-1990 | EU
  Cherry | 1970-1986 | EU
  Cube | 2009-2014 | NA EU | | S, SL, Krom
  D21 | 1986-1997 | | Hardbody, D21 Pickup
  Frontier | 1998- | | | Desert Runner, LE, Nismo, PRO-4X, S, SE, SL, SV, XE
  GT-R | 2009-2024 | NA EU | R35 | Black Edition, Nismo, Premium
  Juke | 2010- | NA EU | | Nismo, S, SL, SV
  Kicks | 2018- | | | S, SR, SV
  Leaf | 2010- | NA EU | | S, SL, SV, Plus
  Maxima | 1981-2014, 2016-2023 | NA EU | | GLE, GXE, Platinum, S, SE, SL, SR, SV
  Micra | 1982-2023, 2025- | EU NA
  Multi | 1986 | | Stanza Wagon
  Murano | 2003-2007, 2009- | NA EU | | LE, Platinum, S, SE, SL, SV, CrossCabriolet
  NV1500 | 2012-2021
  NV200 | 2009-2021 | NA EU | NV200 Taxi | S, SV
  NV2500 | 2012-2021 | | NV2500 HD
  NV3500 | 2012-2021 | | NV3500 HD
  NX | 1991-1993 | | NX1600, NX2000
  Navara | 1997-2021 | EU
  Note | 2005-2020 | EU
  Pathfinder | 1986-2020, 2022- | NA EU | | LE, Platinum, S, SE, SL, SV, XE, Rock Creek
  Patrol | 1960-2013 | EU
  Pickup | 1983-1997 | | 720 Pickup, 720, Regular Cab, King Cab
  Pixo | 2009-2013 | EU
  Primastar | 2002-2014, 2021- | EU
  Primera | 1990-2008 | EU
  Pulsar | 1983-1990, 2014-2018 | NA EU | Pulsar NX
  Qashqai | 2007- | EU NA | Qashqai+2 | S, SL, SV
  Quest | 1993-2002, 2004-2009, 2011-2017 | | | GLE, GXE, LE, S, SE, SL, SV
  Rogue | 2008- | | | Platinum, S, SL, SV, Hybrid
  Rogue Select | 2014-2015
  Rogue Sport | 2017-2022 | | | S, SL, SV
  Sentra | 1982- | | | GXE, Nismo, S, SE, SE-R, SL, SR, SV, XE
  Serena | 1991-2002 | EU
  Skyline | 1957- | EU | R32 Skyline, R33, R34
  Stanza | 1982-1992
  Sunny | 1966-1995 | EU
  Terrano | 1986-2007 | EU | Terrano II
  Titan | 2004-2024 | | | LE, PRO-4X, Platinum Reserve, S, SE, SL, SV, XE
  Titan XD | 2016-2024 | | | PRO-4X, Platinum Reserve, S, SL, SV
  Townstar | 2021- | EU
  Van | 1987-1990
  Versa | 2007- | | | S, SL, SR, SV
  Versa Note | 2014-2019 | | | S, SL, SR, SV
  X-Trail | 2001- | EU NA
  Xterra | 2000-2015 | | | Off-Road, PRO-4X, S, SE, X, XE
  Z | 2023- | | 400Z | Nismo, Performance, Sport
  # Datsun
  1200 | 1971-1973
  210 | 1979-1982
  240Z | 1970-1973 | NA EU
  260Z | 1974-1978 | NA EU
  280Z | 1975-1978
  280ZX | 1979-1983 | NA EU
  310 | 1979-1982
  510 | 1968-1973, 1978-1981
  610 | 1973-1976
  620 | 1972-1979 | | 620 Pickup
  710 | 1974-1977
  B210 | 1974-1978
  # Infiniti
  EX | 2008-2013 | NA EU | EX35, EX37, EX30d
  FX | 2003-2013 | NA EU | FX35, FX37, FX45, FX50, FX30d
  G | 1991-1996, 1999-2013 | NA EU | G20, G25, G35, G37
  I | 1996-2004 | | I30, I35
  J | 1993-1997 | | J30
  JX | 2013 | | JX35
  M | 1990-1992, 2003-2004, 2006-2013 | NA EU | M30, M35, M35h, M37, M45, M56
  Q | 1990-2006 | | Q45
  Q30 | 2015-2019 | EU
  Q40 | 2015
  Q50 | 2014-2024 | NA EU | | Luxe, Premium, Red Sport 400, Sport
  Q60 | 2014-2015, 2017-2022 | NA EU
  Q70 | 2014-2019 | NA EU | Q70L
  QX | 1997-2013 | | QX4, QX56
  QX30 | 2017-2019 | NA EU
  QX50 | 2014-2017, 2019-2025 | NA EU
  QX55 | 2022-2025
  QX60 | 2014-2020, 2022-
  QX70 | 2014-2017 | NA EU
  QX80 | 2014-
  # Mazda
  121 | 1976-2002 | EU
  323 | 1977-2003 | NA EU
  323F | 1989-2004 | EU
  626 | 1979-2002 | NA EU | | DX, ES, LX
  929 | 1973-1995 | NA EU
  Mazda2 | 2003- | NA EU | Demio | Sport, Touring
  Mazda3 | 2004- | NA EU | Mazda3 Sport | Grand Touring, i, s, Sport, Touring, GT, GS, GX, Turbo
  Mazda5 | 2005-2015 | NA EU | | Grand Touring, Sport, Touring
  Mazda6 | 2003-2024 | NA EU | | Grand Touring, i, s, Sport, Touring, Signature
  Mazdaspeed3 | 2007-2013 | | Speed3
  Mazdaspeed6 | 2006-2007
  B2000 | 1980-1987
  B2200 | 1982-1993
  B2600 | 1987-1993
  B-Series | 1972-2009 | NA EU | B2300, B2500, B3000, B4000, B1600, B1800 | SE, SX
  BT-50 | 2006-2020 | EU
  CX-3 | 2015-2021 | NA EU | | Grand Touring, Sport, Touring
  CX-30 | 2019- | NA EU | | Select, Preferred, Premium, Turbo
  CX-5 | 2012- | NA EU | | Grand Touring, Sport, Touring, Signature, Select, Preferred
  CX-50 | 2023-
  CX-60 | 2022- | EU
  CX-7 | 2007-2012 | NA EU | | Grand Touring, Sport, Touring
  CX-70 | 2025-
  CX-80 | 2024- | EU
  CX-9 | 2007-2023 | NA EU | | Grand Touring, Signature, Sport, Touring
  CX-90 | 2024- | | CX-90 PHEV
  Cosmo | 1967-1978
  GLC | 1977-1985
  MPV | 1989-1998, 2000-2006 | NA EU | | DX, ES, LX
  MX-3 | 1992-1998 | NA EU | | GS
  MX-30 | 2020- | NA EU
  MX-5 Miata | 1990- | NA EU | MX-5, Miata, Miata MX-5 | Club, Grand Touring, Sport, LE, Mazdaspeed
  MX-5 Miata RF | 2017- | NA EU | MX-5 RF, Miata RF
  MX-6 | 1988-1997 | NA EU
  Millenia | 1995-2002 | | | L, P, S
  Navajo | 1991-1994
  Premacy | 1999-2005 | EU
  Protege | 1990-2003 | | | DX, ES, LX, Mazdaspeed
  Protege5 | 2002-2003
  RX-2 | 1971-1974
  RX-3 | 1972-1978
  RX-4 | 1974-1978
  RX-7 | 1979-2002 | NA EU | RX7 FB, RX7 FC, RX7 FD
  RX-8 | 2003-2012 | NA EU | SE3P
  Rampage | 1974-1977
  Tribute | 2001-2006, 2008-2011 | NA EU | | DX, ES, LX, i, s
  Xedos 6 | 1992-1999 | EU
  Xedos 9 | 1993-2002 | EU
  # Mitsubishi
  3000GT | 1990-2001 | NA EU | | SL, VR-4
  ASX | 2010- | EU
  Carisma | 1995-2004 | EU
  Colt | 1962-2013, 2023- | EU
  Cordia | 1983-1988
  Diamante | 1992-2004 | | | ES, LS, VR-X
  Eclipse | 1990-2012 | NA EU | | GS, GS-T, GSX, GT, RS, Spyder
  Eclipse Cross | 2018- | NA EU | | ES, LE, SE, SEL, SP
  Endeavor | 2004-2008, 2010-2011
  Expo | 1992-1995 | | Expo LRV
  Galant | 1969-2012 | NA EU | | DE, ES, GTZ, LS, Ralliart, VR-4
  Grandis | 2003-2011, 2025- | EU
  L200 | 1978- | EU | Triton
  Lancer | 1973- | NA EU | | DE, ES, GT, GTS, LS, O-Z Rally, Ralliart, SE, SEL, Sportback
  Lancer Evolution | 1992-2015 | NA EU | Evolution, Lancer Evo | GSR, MR, VIII, IX, X
  Mighty Max | 1983-1996
  Mirage | 1985-2002, 2014-2015, 2017-2024 | | | DE, ES, GT, LS, SE, G4
  Mirage G4 | 2017-2024
  Montero | 1983-2006 | | | Limited, LS, SR, XLS
  Montero Sport | 1997-2004
  Outlander | 2003- | NA EU | | ES, GT, LE, LS, SE, SEL, XLS
  Outlander PHEV | 2013- | NA EU
  Outlander Sport | 2011- | | RVR | ES, GT, LE, SE
  Pajero | 1982-2021 | EU | Shogun
  Precis | 1987-1994
  Raider | 2006-2009
  Sigma | 1988-1996 | NA EU
  Space Star | 1998-2005, 2012- | EU
  Starion | 1982-1989 | NA EU
  Tredia | 1983-1988
  i-MiEV | 2010-2017 | NA EU
  # Subaru
  Ascent | 2019- | | | Base, Limited, Onyx, Premium, Touring
  BRAT | 1978-1987
  BRZ | 2013-2020, 2022- | NA EU | | Limited, Premium, tS
  Baja | 2003-2006
  Crosstrek | 2013- | NA EU | XV Crosstrek, XV | Base, Limited, Premium, Sport, Hybrid, Wilderness
  DL | 1976-1989
  Forester | 1998- | NA EU | | L, Limited, Premium, S, Sport, Touring, Wilderness, X, XS, XT
  GL | 1976-1989 | | GL-10
  Impreza | 1993- | NA EU | | Brighton, Outback Sport, L, Limited, Premium, RS, Sport, TS, WRX, WRX STI
  Justy | 1984-2011 | NA EU
  Legacy | 1989-2025 | NA EU | | Brighton, GT, L, Limited, LS, Premium, Sport, spec.B
  Leone | 1971-1994 | EU
  Levorg | 2014-2021 | EU
  Loyale | 1990-1994
  Outback | 1995- | NA EU | Legacy Outback | Limited, Onyx, Premium, Touring, Wilderness, XT, L.L. Bean, VDC
  SVX | 1992-1997 | NA EU
  Solterra | 2022- | NA EU
  Trezia | 2011-2015 | EU
  Tribeca | 2006-2014 | NA EU | B9 Tribeca
  WRX | 2002- | NA EU | Impreza WRX | Base, Limited, Premium, STI
  WRX STI | 2004-2021 | NA EU | STI, Impreza WRX STI
  XT | 1985-1991 | | XT6
  # Suzuki
  Aerio | 2002-2007
  Alto | 1979-2014 | EU
  Baleno | 1995-2002, 2015-2022 | EU
  Celerio | 2014-2021 | EU
  Equator | 2009-2012
  Esteem | 1995-2002
  Forenza | 2004-2008
  Grand Vitara | 1998-2015 | NA EU
  Ignis | 2000-2008, 2016- | EU
  Jimny | 1970- | EU
  Kizashi | 2010-2013 | NA EU
  Liana | 2001-2007 | EU
  Reno | 2005-2008
  S-Cross | 2013- | EU | SX4 S-Cross
  SX4 | 2006-2014 | NA EU | SX4 Crossover
  Samurai | 1985-1995 | NA EU | SJ410, SJ413
  Sidekick | 1989-1998
  Splash | 2008-2014 | EU
  Swace | 2020- | EU
  Swift | 1984- | NA EU | | GT, GTi, Sport
  Verona | 2004-2006
  Vitara | 1988- | NA EU
  Wagon R | 1993-2014 | EU
  X-90 | 1995-1998 | NA EU
  XL-7 | 1998-2009 | NA EU
  # Isuzu
  Amigo | 1989-1994, 1998-2000
  Ascender | 2003-2008
  Axiom | 2002-2004
  D-Max | 2002- | EU
  Hombre | 1996-2000 | | Hombre Spacecab
  I-Mark | 1981-1989
  Impulse | 1983-1992
  NPR | 1986-
  Oasis | 1996-1999
  Pickup | 1981-1995 | | Regular Cab, Spacecab
  Rodeo | 1991-2004 | | | LS, LSE, S
  Rodeo Sport | 2001-2003
  Stylus | 1991-1993
  Trooper | 1984-2002 | NA EU
  VehiCROSS | 1999-2001
  i-Series | 2006-2008 | | i-280, i-290, i-350, i-370
  # Daihatsu
  Charade | 1977-1993, 2011-2013 | EU NA
  Cuore | 1980-2011 | EU
  Feroza | 1988-1999 | EU
  Materia | 2006-2012 | EU
  Move | 1995-2014 | EU
  Rocky | 1984-2002 | NA EU
  Sirion | 1998-2012 | EU
  Terios | 1997-2017 | EU
  `,
);
