import { readStarterLines } from './read-starter-lines.ts';

/** Makes of France and Romania. */
export const FRANCE_AND_ROMANIA = readStarterLines(
  ['EU'],
  `
  # Peugeot
  1007 | 2005-2009
  104 | 1972-1988
  106 | 1991-2003
  107 | 2005-2014
  108 | 2014-2021
  2008 | 2013- | | e-2008
  204 | 1965-1976
  205 | 1983-1998 | | | GTI, CTI
  206 | 1998-2012 | | 206 CC, 206 SW
  207 | 2006-2014 | | 207 CC, 207 SW
  208 | 2012- | | e-208 | GTi
  3008 | 2009- | | e-3008
  301 | 2012-2020
  304 | 1969-1980
  305 | 1977-1989
  306 | 1993-2002
  307 | 2001-2008 | | 307 CC, 307 SW
  308 | 2007- | | 308 CC, 308 SW, e-308 | GTi
  309 | 1985-1993
  4007 | 2007-2012
  4008 | 2012-2017
  403 | 1955-1966 | EU NA
  404 | 1960-1975 | EU NA
  405 | 1987-1997 | EU NA | | Mi16
  406 | 1995-2004
  407 | 2004-2011
  408 | 2022-
  5008 | 2009-
  504 | 1968-1983 | EU NA
  505 | 1979-1992 | EU NA
  508 | 2010-2024
  604 | 1975-1985 | EU NA
  605 | 1989-1999
  607 | 1999-2010
  806 | 1994-2002
  807 | 2002-2014
  Bipper | 2008-2017
  Boxer | 1994-
  Expert | 1995-
  Partner | 1996-
  RCZ | 2010-2015
  Rifter | 2018-
  Traveller | 2016-
  iOn | 2010-2019
  # Citroën
  2CV | 1948-1990 | | Deux Chevaux
  AX | 1986-1998
  Ami | 1961-1978, 2020- | | Ami 6, Ami 8
  BX | 1982-1994
  Berlingo | 1996- | | Berlingo Multispace
  C-Crosser | 2007-2012
  C-Elysée | 2012-2021
  C-Zero | 2010-2019
  C1 | 2005-2021
  C2 | 2003-2009
  C3 | 2002- | | ë-C3
  C3 Aircross | 2017-
  C3 Picasso | 2009-2017
  C3 Pluriel | 2003-2010
  C4 | 2004- | | ë-C4
  C4 Aircross | 2012-2017
  C4 Cactus | 2014-2020
  C4 Picasso | 2006-2018 | | C4 SpaceTourer
  C4 X | 2022-
  C5 | 2000-2017
  C5 Aircross | 2018-
  C5 X | 2021-
  C6 | 2005-2012
  C8 | 2002-2014
  CX | 1974-1991 | EU NA
  DS | 1955-1975 | EU NA | DS19, DS20, DS21, DS23
  DS3 | 2009-2015
  DS4 | 2010-2015
  DS5 | 2011-2015
  Dyane | 1967-1983
  Evasion | 1994-2002
  GS | 1970-1986 | | GSA
  Grand C4 Picasso | 2006-2018 | | Grand C4 SpaceTourer
  Jumper | 1994- | | Relay
  Jumpy | 1995- | | Dispatch
  LNA | 1976-1986
  Mehari | 1968-1987
  Nemo | 2008-2017
  SM | 1970-1975 | EU NA
  Saxo | 1996-2004
  SpaceTourer | 2016-
  Traction Avant | 1934-1957
  Visa | 1978-1988
  XM | 1989-2000
  Xantia | 1993-2002
  Xsara | 1997-2006
  Xsara Picasso | 1999-2010
  ZX | 1991-1998
  # DS | DS Automobiles
  DS 3 | 2015-2019
  DS 3 Crossback | 2018-
  DS 4 | 2015-2018, 2021-
  DS 5 | 2015-2018
  DS 7 | 2017- | | DS 7 Crossback
  DS 9 | 2020-2024
  # Renault
  4 | 1961-1994, 2025- | | R4
  5 | 1972-1996, 2024- | EU NA | R5, Le Car, Super 5
  6 | 1968-1986 | | R6
  8 | 1962-1973 | EU NA | R8
  9 | 1981-1989 | | R9
  11 | 1981-1989 | | R11
  14 | 1976-1983 | | R14
  16 | 1965-1980 | | R16
  18 | 1978-1989 | EU NA | R18
  19 | 1988-1996 | | R19
  21 | 1986-1995 | | R21
  25 | 1983-1992 | | R25
  Alliance | 1983-1987 | NA
  Arkana | 2019-
  Austral | 2022-
  Avantime | 2001-2003
  Captur | 2013-
  Clio | 1990- | | | RS, Sport
  Encore | 1984-1986 | NA
  Espace | 1984-
  Express | 1985-2000, 2021-
  Fluence | 2009-2016
  Fuego | 1980-1986 | EU NA
  Grand Espace | 1998-2014
  Grand Scénic | 2003-2022
  Kadjar | 2015-2022
  Kangoo | 1997-
  Koleos | 2007-2024
  Laguna | 1993-2015
  Latitude | 2010-2015
  Logan | 2004-2012
  Mascott | 1999-2010
  Master | 1980-
  Mégane | 1995- | | Mégane E-Tech | RS, GT
  Modus | 2004-2012 | | Grand Modus
  Rafale | 2024-
  Rapid | 1985-1998
  Safrane | 1992-2000
  Scénic | 1996- | | Mégane Scénic, Scénic E-Tech
  Spider | 1995-1999
  Symbioz | 2024-
  Talisman | 2015-2022
  Thalia | 1999-2013 | | Symbol
  Trafic | 1980-
  Twingo | 1992-2024
  Twizy | 2012-2023
  Vel Satis | 2001-2009
  Wind | 2010-2013
  Zoe | 2012-2024
  # Alpine
  A110 | 1962-1977, 2017-
  A310 | 1971-1984
  A610 | 1991-1995
  # Talbot
  Horizon | 1979-1986
  Samba | 1981-1986
  Solara | 1980-1986
  # Dacia
  1300 | 1969-2004 | | 1310
  Bigster | 2025-
  Dokker | 2012-2021
  Duster | 2010-
  Jogger | 2021-
  Lodgy | 2012-2022
  Logan | 2004- | | | MCV
  Sandero | 2008- | | Sandero Stepway
  Solenza | 2003-2005
  Spring | 2021-
  `,
);
