import { readStarterLines } from './read-starter-lines.ts';

/** Ford and its makes in North America, and Ford in Europe. */
export const FORD = readStarterLines(
  ['NA'],
  `
  # Ford
  Aerostar | 1986-1997 | | | XL, XLT, Eddie Bauer
  Anglia | 1939-1967 | EU
  Aspire | 1994-1997
  B-Max | 2012-2017 | EU
  Bronco | 1966-1996, 2021- | | | Big Bend, Badlands, Eddie Bauer, Outer Banks, Raptor, Wildtrak, XL, XLT, Sasquatch
  Bronco II | 1984-1990 | | Bronco 2
  Bronco Sport | 2021- | | | Big Bend, Badlands, Heritage, Outer Banks
  C-Max | 2003-2019 | EU | Focus C-Max | Ghia, Titanium, Trend
  C-Max Energi | 2013-2017 | | | SE, SEL
  C-Max Hybrid | 2013-2018 | | | SE, SEL
  Capri | 1969-1986, 2024- | EU
  Club Wagon | 1969-1998
  Consul | 1951-1975 | EU
  Contour | 1995-2000 | | | GL, LX, SE, SVT
  Cortina | 1962-1982 | EU
  Cougar | 1998-2002 | EU
  Crestline | 1952-1954
  Crown Victoria | 1955-1956, 1983-2011 | | Crown Vic, LTD Crown Victoria | LX, Police Interceptor
  Custom | 1949-1981
  E-100 | 1968-1983 | | E100 Econoline
  E-150 | 1975-2014 | | Econoline E150, E150 Econoline, E-150 Econoline Club Wagon, E150 Super Duty | XL, XLT
  E-250 | 1975-2014 | | Econoline E250, E250 Econoline, E250 Super Duty | XL
  E-350 | 1975-2014 | | Econoline E350, E350 Econoline, E-350 Super Duty, E-350 Club Wagon | XL, XLT
  E-450 | 1996- | | E-450 Super Duty, E-450 Econoline Super Duty
  E-Transit | 2022- | NA EU | E-Transit 350
  EXP | 1982-1988
  EcoSport | 2012-2023 | NA EU | | S, SE, SES, Titanium, ST-Line
  Edge | 2007-2024 | NA EU | | SE, SEL, Limited, Sport, ST, Titanium
  Econoline | 1961-2014
  Escape | 2001- | | | S, SE, SEL, XLS, XLT, Limited, Titanium, Hybrid
  Escape Plug-in Hybrid | 2020- | | Escape PHEV
  Escort | 1968-2004 | EU NA | | GT, LX, RS, XR3i, Cosworth, Wagon
  Excursion | 2000-2005 | | | XLT, Limited, Eddie Bauer
  Expedition | 1997- | | | XL, XLT, Eddie Bauer, King Ranch, Limited, Platinum, Timberline
  Expedition EL | 2007-2017 | | | XLT, King Ranch, Limited
  Expedition Max | 2018- | | | XLT, King Ranch, Limited, Platinum
  Explorer | 1991- | NA EU | | XL, XLT, Eddie Bauer, Limited, Platinum, Sport, ST, Timberline
  Explorer Sport | 2000-2003
  Explorer Sport Trac | 2001-2005, 2007-2010 | | Sport Trac | XLT, Limited, Adrenalin
  F-1 | 1948-1952
  F-100 | 1953-1983 | | F100 Pickup | Custom, Ranger
  F-150 | 1975- | | F-150 Heritage, F150 Pickup | XL, XLT, STX, FX4, Lariat, King Ranch, Platinum, Limited, Raptor, Harley-Davidson, Tremor, Lightning
  F-150 Lightning | 2022-2025 | | | Pro, XLT, Lariat, Platinum
  F-250 | 1953-1999 | | F-250 HD | XL, XLT, Lariat
  F-250 Super Duty | 1999- | | F-250, F-250 SD | XL, XLT, Lariat, King Ranch, Platinum, Limited, Tremor
  F-350 | 1953-1998 | | | XL, XLT, Lariat
  F-350 Super Duty | 1999- | | F-350, F-350 SD | XL, XLT, Lariat, King Ranch, Platinum, Limited, Tremor
  F-450 | 1988-1997 | | F-450 Super Duty | XL, XLT
  F-450 Super Duty | 1999- | | F-450, F-450 SD | XL, XLT, Lariat, King Ranch, Platinum
  F-53 | 1988-
  F-550 Super Duty | 1999- | | F-550, F-550 SD
  F-600 | 1953-1999, 2020-
  F-650 | 2000- | | F-650 Super Duty
  F-750 | 2000- | | F-750 Super Duty
  Fairlane | 1955-1971 | | | 500, GT, GTA
  Fairmont | 1978-1983
  Falcon | 1960-1970
  Festiva | 1988-1993
  Fiesta | 1976-2023 | EU NA | | S, SE, SES, ST, Titanium, Zetec, Ghia, XR2
  Five Hundred | 2005-2007 | | 500 | SE, SEL, Limited
  Flex | 2009-2019 | | | SE, SEL, Limited, Titanium
  Focus | 1998-2025 | NA EU | Focus ST, Focus RS | S, SE, SEL, SES, ZX3, ZX4, ZX5, ZXW, SVT, ST, RS, Titanium, Zetec, Ghia, Electric
  Freestar | 2004-2007 | | | SE, SEL, Limited
  Freestyle | 2005-2007
  Fusion | 2002-2020 | NA EU | | S, SE, SEL, Sport, Titanium, Hybrid
  Fusion Energi | 2013-2020 | | Fusion Plug-in Hybrid
  GT | 2005-2006, 2017-2022 | NA EU
  GT40 | 1964-1969 | NA EU
  Galaxie | 1959-1974 | | Galaxie 500
  Galaxy | 1995-2023 | EU
  Gran Torino | 1972-1976
  Granada | 1975-1994 | NA EU
  Grand C-Max | 2010-2019 | EU
  Ka | 1996-2021 | EU | Ka Plus
  Kuga | 2008- | EU | | Titanium, ST-Line, Vignale
  LTD | 1965-1986
  Maverick | 1970-1977, 2022- | | | XL, XLT, Lariat, Grabber, Tremor
  Model A | 1928-1931
  Model T | 1909-1927
  Mondeo | 1993-2022 | EU | | Ghia, Titanium, Zetec, ST220, ST200
  Mustang | 1964- | NA EU | | GT, GT350, GT500, Shelby GT350, Shelby GT500, Cobra, SVT Cobra, Mach 1, Boss 302, Bullitt, EcoBoost, LX, SVO, Ghia, Dark Horse
  Mustang II | 1974-1978
  Mustang Mach-E | 2021- | NA EU | Mach-E | GT, Premium, Select
  Orion | 1983-1993 | EU
  Pinto | 1971-1980
  Probe | 1989-1997 | NA EU | | GT, LX, SE
  Puma | 1997-2002, 2019- | EU
  Ranchero | 1957-1979
  Ranger | 1983-2011, 2019- | NA EU | | XL, XLT, Edge, FX4, Lariat, Sport, STX, Raptor, Splash, Wildtrak
  S-Max | 2006-2023 | EU
  Scorpio | 1985-1998 | EU
  Sierra | 1982-1993 | EU | | Cosworth, XR4i, RS500
  Taunus | 1939-1982 | EU
  Taurus | 1986-2019 | | | GL, LX, SE, SEL, SES, SHO, Limited
  Taurus X | 2008-2009
  Tempo | 1984-1994 | | | GL, LX
  Thunderbird | 1955-1997, 2002-2005 | | T-Bird | LX, SC, Super Coupe
  Torino | 1968-1976
  Tourneo Connect | 2002- | EU
  Tourneo Custom | 2012- | EU
  Transit | 1965- | EU NA | Transit Van
  Transit-150 | 2015- | | Transit 150 Van, Transit 150 Wagon
  Transit-250 | 2015- | | Transit 250 Van
  Transit-350 | 2015- | | Transit 350 Van, Transit 350 Wagon
  Transit-350 HD | 2015- | | Transit 350 HD Van
  Transit Connect | 2002- | NA EU | | XL, XLT, Titanium
  Transit Courier | 2014- | EU | Tourneo Courier
  Transit Custom | 2012- | EU
  Windstar | 1995-2003 | | | GL, LX, SE, SEL, Limited
  ZX2 | 1998-2003 | | Escort ZX2
  # Lincoln
  Aviator | 2003-2005, 2020-
  Blackwood | 2002
  Capri | 1952-1959
  Continental | 1939-1948, 1956-2002, 2017-2020
  Corsair | 2020-
  LS | 2000-2006
  MKC | 2015-2019
  MKS | 2009-2016
  MKT | 2010-2019
  MKX | 2007-2018
  MKZ | 2007-2020 | | | Hybrid
  Mark III | 1969-1971
  Mark IV | 1972-1976
  Mark LT | 2006-2008
  Mark V | 1977-1979
  Mark VI | 1980-1983
  Mark VII | 1984-1992 | | | LSC
  Mark VIII | 1993-1998 | | | LSC
  Nautilus | 2019-
  Navigator | 1998- | | | Reserve, Black Label, Ultimate
  Navigator L | 2007-
  Town Car | 1981-2011 | | | Executive, Signature, Cartier
  Versailles | 1977-1980
  Zephyr | 1936-1942, 2006
  # Mercury | Merc
  Bobcat | 1975-1980
  Capri | 1970-1986, 1991-1994
  Comet | 1960-1977
  Cougar | 1967-1997, 1999-2002 | | | XR7, V6
  Grand Marquis | 1975-2011 | | | GS, LS
  LN7 | 1982-1983
  Lynx | 1981-1987
  Marauder | 1963-1965, 1969-1970, 2003-2004
  Mariner | 2005-2011
  Marquis | 1967-1986
  Milan | 2006-2011
  Monarch | 1975-1980
  Montego | 1968-1976, 2005-2007
  Monterey | 1952-1974, 2004-2007
  Mountaineer | 1997-2010
  Mystique | 1995-2000
  Sable | 1986-2005, 2008-2009
  Topaz | 1984-1994
  Tracer | 1988-1999
  Villager | 1993-2002
  Zephyr | 1978-1983
  `,
);
