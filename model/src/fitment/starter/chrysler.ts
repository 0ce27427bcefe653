import { readStarterLines } from './read-starter-lines.ts';

/** Chrysler and its makes, and American Motors before it. */
export const CHRYSLER = readStarterLines(
  ['NA'],
  `
  # Chrysler
  200 | 2011-2017 | | | LX, Touring, Limited, S, C
  300 | 1955-1971, 1979, 2005-2023 | NA EU | 300C | C, Limited, S, SRT8, Touring
  300M | 1999-2004 | NA EU
  Aspen | 2007-2009
  Cirrus | 1995-2000
  Concorde | 1993-2004
  Conquest | 1987-1989
  Cordoba | 1975-1983
  Crossfire | 2004-2008 | NA EU | | SRT-6
  E Class | 1983-1984
  Fifth Avenue | 1982-1993 | | Fifth Ave
  Grand Voyager | 1988-2015 | NA EU
  Imperial | 1926-1954, 1981-1983, 1990-1993
  LHS | 1994-1997, 1999-2001
  Laser | 1984-1986
  LeBaron | 1977-1995 | NA EU
  Neon | 1994-2005 | EU NA
  New Yorker | 1939-1996
  Newport | 1961-1981
  PT Cruiser | 2000-2010 | NA EU | | Touring, Limited, GT
  Pacifica | 2004-2008, 2017- | | | Touring, Touring L, Limited, Pinnacle
  Pacifica Hybrid | 2017-
  Prowler | 2001-2002
  Sebring | 1995-2010 | NA EU | | LX, LXi, Limited, Touring, JX
  Stratus | 1995-2001 | EU
  Town & Country | 1968-1988, 1990-2016 | | T&C, Town Country | LX, LXi, Limited, Touring
  Valiant | 1962-1981
  Voyager | 2000-2003, 2020- | NA EU
  # Dodge
  400 | 1982-1983
  600 | 1983-1988
  Aries | 1981-1989
  Aspen | 1976-1980
  Avenger | 1995-2000, 2008-2014 | NA EU | | ES, SE, SXT, R/T
  B150 | 1981-1994 | | Ram Van B150, Ram Wagon B150
  B250 | 1981-1994 | | Ram Van B250, Ram Wagon B250
  B350 | 1981-1994 | | Ram Van B350, Ram Wagon B350
  Caliber | 2007-2012 | NA EU | | SE, SXT, R/T, SRT4
  Caravan | 1984-2007 | | | SE, LE, ES, SXT
  Challenger | 1970-1974, 1978-1983, 2008-2023 | | | R/T, SE, SRT8, SXT, Hellcat, Scat Pack, T/A, GT
  Charger | 1966-1978, 1982-1987, 2006- | | | Daytona, GT, Hellcat, Police, R/T, SE, SRT8, SXT, Scat Pack
  Colt | 1971-1994
  Conquest | 1984-1986
  Coronet | 1949-1976
  D100 | 1961-1989
  D150 | 1977-1993
  D250 | 1981-1993
  D350 | 1981-1993
  Dakota | 1987-2010 | | | Laramie, SLT, Sport, ST, R/T
  Dart | 1960-1976, 2013-2016 | | | SE, SXT, GT, Limited, Rallye
  Daytona | 1984-1993 | | | IROC, Shelby
  Diplomat | 1977-1989
  Durango | 1998-2009, 2011- | | | Citadel, GT, Limited, R/T, SLT, SRT, SXT, Crew
  Dynasty | 1988-1993
  Grand Caravan | 1984, 1987-2020 | | | SE, SXT, GT, Crew, ES, LE, Sport
  Hornet | 2023- | | | GT, R/T
  Intrepid | 1993-2004 | | | ES, SE, SXT
  Journey | 2009-2020 | NA EU | | Crossroad, GT, Limited, R/T, SE, SXT
  Lancer | 1955-1959, 1961-1962, 1985-1989
  Magnum | 1978-1979, 2005-2008 | | | R/T, SE, SRT8, SXT
  Mirada | 1980-1983
  Monaco | 1965-1978, 1990-1992
  Neon | 1995-2005 | | | SE, SXT, SRT-4, ACR, R/T
  Nitro | 2007-2012 | NA EU | | Heat, R/T, SE, SLT, SXT
  Omni | 1978-1990 | | | GLH
  Polara | 1960-1973
  Power Wagon | 1946-1980
  Raider | 1987-1989
  Ram 50 | 1979-1993
  Ram 1500 | 1994-2010 | NA EU | Ram 1500 Pickup, Ram, 1500, Dodge Ram 1500 | Big Horn, Laramie, SLT, Sport, SRT-10, ST, TRX
  Ram 2500 | 1994-2010 | | Ram 2500 Pickup, 2500 | Laramie, Power Wagon, SLT, ST
  Ram 3500 | 1994-2010 | | Ram 3500 Pickup, 3500 | Laramie, SLT, ST
  Ram 4500 | 2008-2010
  Ram 5500 | 2008-2010
  Ram Van | 1971-2003
  Ram Van 1500 | 1995-2003 | | Ram 1500 Van, B1500
  Ram Van 2500 | 1995-2003 | | Ram 2500 Van, B2500
  Ram Van 3500 | 1995-2003 | | Ram 3500 Van, B3500
  Ram Wagon 1500 | 1995-2002
  Ram Wagon 2500 | 1995-2002
  Ram Wagon 3500 | 1995-2002
  Ramcharger | 1974-1993
  Rampage | 1982-1984
  SX 2.0 | 2003-2005
  Shadow | 1987-1994
  Spirit | 1989-1995
  Sprinter | 2003-2009
  Sprinter 2500 | 2003-2009
  Sprinter 3500 | 2003-2009
  St. Regis | 1979-1981
  Stealth | 1991-1996 | | | ES, R/T
  Stratus | 1995-2006 | | | ES, R/T, SE, SXT
  Super Bee | 1968-1971
  Viper | 1992-2006, 2008-2010, 2013-2017 | NA EU | | GTS, RT/10, SRT-10, ACR
  W150 | 1977-1993
  W250 | 1981-1993
  W350 | 1981-1993
  # Ram | Ram Trucks
  1500 | 2011- | | Ram 1500, Dodge Ram 1500 | Big Horn, Express, Laramie, Limited, Longhorn, Lone Star, Outdoorsman, Rebel, SLT, Sport, ST, Tradesman, TRX, HFE
  1500 Classic | 2019-2024 | | Ram 1500 Classic | Big Horn, Express, Tradesman, Warlock
  1500 REV | 2026-
  1500 Ramcharger | 2026-
  2500 | 2011- | | Ram 2500, Dodge Ram 2500 | Big Horn, Laramie, Limited, Longhorn, Power Wagon, SLT, ST, Tradesman
  3500 | 2011- | | Ram 3500, Dodge Ram 3500 | Big Horn, Laramie, Limited, Longhorn, SLT, ST, Tradesman
  4500 | 2011- | | Ram 4500
  5500 | 2011- | | Ram 5500
  C/V | 2012-2015 | | Cargo Van, C/V Tradesman | Tradesman
  Dakota | 2011
  ProMaster | 2014- | | ProMaster Window Van, ProMaster Cargo Van
  ProMaster 1500 | 2014-
  ProMaster 2500 | 2014-
  ProMaster 3500 | 2014-
  ProMaster City | 2015-2022
  # Jeep
  CJ3 | 1949-1968 | | CJ3A, CJ3B
  CJ5 | 1954-1983
  CJ6 | 1955-1981
  CJ7 | 1976-1986 | | | Golden Eagle, Laredo, Renegade
  CJ8 | 1981-1986 | | Scrambler
  Cherokee | 1974-2001, 2014-2023, 2026- | NA EU | Cherokee XJ, Cherokee KL, XJ | Altitude, Classic, Country, Laredo, Latitude, Limited, Sport, Trailhawk
  Comanche | 1986-1992
  Commander | 2006-2010 | NA EU
  Compass | 2007- | NA EU | | Altitude, Latitude, Limited, Sport, Trailhawk
  Gladiator | 1963-1971, 2020- | | Gladiator JT | Mojave, Overland, Rubicon, Sport, Willys
  Grand Cherokee | 1993- | NA EU | Grand Cherokee ZJ, Grand Cherokee WJ, Grand Cherokee WK, Grand Cherokee WK2, ZJ, WJ, WK2 | Altitude, Laredo, Limited, Overland, SRT, SRT8, Summit, Trackhawk, Trailhawk
  Grand Cherokee 4xe | 2022-
  Grand Cherokee L | 2021- | | | Laredo, Limited, Overland, Summit
  Grand Wagoneer | 1984-1991, 1993, 2022-
  Grand Wagoneer L | 2023-
  J10 | 1974-1988
  J20 | 1974-1988
  Jeepster | 1948-1951, 1966-1971 | | Jeepster Commando
  Liberty | 2002-2012 | | Liberty KJ, Liberty KK | Jet, Limited, Renegade, Sport
  Patriot | 2007-2017 | NA EU | | Latitude, Limited, Sport
  Recon | 2026-
  Renegade | 2014- | NA EU | | Altitude, Latitude, Limited, Sport, Trailhawk
  Wagoneer | 1963-1990, 2022-
  Wagoneer L | 2023-
  Wagoneer S | 2024-
  Wrangler | 1987-1995, 1997- | NA EU | Wrangler YJ, Wrangler TJ, Wrangler JK, Wrangler JL, Wrangler 2 Door, Wrangler 4 Door, YJ, TJ, JK, JL | Rubicon, Sahara, Sport, Unlimited, Willys, X, SE
  Wrangler 4xe | 2021- | NA EU | Wrangler Unlimited 4xe
  Wrangler Unlimited | 2004- | NA EU | Wrangler JKU, Wrangler LJ, JKU, JLU | Rubicon, Sahara, Sport
  # Plymouth
  Acclaim | 1989-1995
  Barracuda | 1964-1974 | | Cuda
  Belvedere | 1951-1970
  Breeze | 1996-2000
  Caravelle | 1985-1988
  Champ | 1979-1982
  Colt | 1983-1994
  Colt Vista | 1984-1994
  Conquest | 1984-1986
  Duster | 1970-1976
  Fury | 1956-1978
  Gran Fury | 1975-1989
  Grand Voyager | 1987-2000
  Horizon | 1978-1990
  Laser | 1990-1994
  Neon | 1995-2001
  Prowler | 1997, 1999-2000
  Reliant | 1981-1989
  Road Runner | 1968-1980
  Sapporo | 1978-1983
  Satellite | 1965-1974
  Scamp | 1971-1976, 1983
  Sundance | 1987-1994
  TC3 | 1979-1982
  Trailduster | 1974-1981
  Turismo | 1983-1987
  Valiant | 1960-1976
  Volare | 1976-1980
  Voyager | 1984-2000
  # Eagle
  Medallion | 1988-1989
  Premier | 1988-1992
  Summit | 1989-1996
  Talon | 1990-1998 | | | ESi, TSi
  Vision | 1993-1997
  # AMC | American Motors
  AMX | 1968-1970, 1978-1980
  Ambassador | 1958-1974
  Concord | 1978-1983
  Eagle | 1980-1988
  Gremlin | 1970-1978
  Hornet | 1970-1977
  Javelin | 1968-1974
  Matador | 1971-1978
  Pacer | 1975-1980
  Rebel | 1967-1970
  Spirit | 1979-1983
  # SRT
  Viper | 2013-2014
  # Freightliner
  Sprinter | 2002-2021
  Sprinter 1500 | 2019-2021
  Sprinter 2500 | 2002-2021 | | Sprinter Worker
  Sprinter 3500 | 2003-2021 | | Sprinter 3500XD
  Sprinter 4500 | 2019-2021
  # International | International Harvester, IHC
  Pickup | 1957-1975
  Scout | 1961-1971 | | Scout 80, Scout 800
  Scout II | 1971-1980
  Travelall | 1953-1975
  # Studebaker
  Champion | 1939-1958
  Commander | 1927-1966
  Hawk | 1956-1964
  Lark | 1959-1966
  Avanti | 1962-1964
  `,
);
