import { readStarterLines } from './read-starter-lines.ts';

/** Makes of General Motors sold in North America. */
export const GENERAL_MOTORS = readStarterLines(
  ['NA'],
  `
  # Chevrolet | Chevy, Chev
  150 | 1953-1957 | | One-Fifty
  210 | 1953-1957 | | Two-Ten
  3100 | 1947-1959
  Apache | 1958-1961
  Astro | 1985-2005 | | Astro Van | LS, LT
  Avalanche | 2002-2013 | | Avalanche 1500 | LS, LT, LTZ, Z66, Z71
  Avalanche 2500 | 2002-2006
  Aveo | 2004-2011 | NA EU | Aveo5 | LS, LT
  Bel Air | 1950-1981
  Beretta | 1987-1996 | | | GT, GTZ, Z26
  Biscayne | 1958-1975
  Blazer | 1983-2005, 2019- | | S10 Blazer | LS, LT, RS, Premier, Xtreme, ZR2
  Blazer EV | 2024- | | | LT, RS, SS
  Bolt EUV | 2022-2023 | | | LT, Premier
  Bolt EV | 2017-2023 | | Bolt | LT, Premier
  Brookwood | 1958-1972
  C10 | 1960-1987 | | C10 Pickup | Cheyenne, Scottsdale, Silverado, Custom Deluxe
  C20 | 1960-1988 | | C20 Pickup
  C30 | 1960-1988 | | C30 Pickup
  C/K 1500 | 1988-1999 | | C1500, K1500, 1500 | Cheyenne, Silverado, WT
  C/K 2500 | 1988-2000 | | C2500, K2500, 2500, 2500 HD | Cheyenne, Silverado
  C/K 3500 | 1988-2000 | | C3500, K3500, 3500, 3500 HD | Cheyenne, Silverado
  Camaro | 1967-2002, 2010-2024 | NA EU | | LS, LT, SS, RS, Z28, ZL1, IROC-Z, Berlinetta, 1LE
  Caprice | 1966-1996, 2011-2017 | | Caprice Classic | LS, Brougham, PPV
  Captiva Sport | 2012-2015 | | | LS, LT, LTZ
  Cavalier | 1982-2005 | | | RS, Z24, LS
  Celebrity | 1982-1990 | | | Eurosport
  Chevelle | 1964-1977 | | | Malibu, SS, Laguna
  Chevette | 1976-1987
  Citation | 1980-1985 | | | X-11
  City Express | 2015-2018 | | | LS, LT
  Classic | 2004-2005
  Cobalt | 2005-2010 | | | LS, LT, SS
  Colorado | 2004-2012, 2015- | | | LS, LT, WT, Z71, ZR2, Trail Boss
  Corsica | 1987-1996 | | | LT
  Corvair | 1960-1969 | | | Monza, Corsa
  Corvette | 1953-1982, 1984- | NA EU | Vette | Stingray, Grand Sport, Z06, ZR1, E-Ray
  Cruze | 2011-2019 | NA EU | Cruze Limited | LS, LT, LTZ, Eco, Premier, RS
  El Camino | 1959-1960, 1964-1987 | | | SS, Royal Knight
  Equinox | 2005- | | | LS, LT, LTZ, RS, Premier, ACTIV
  Equinox EV | 2024- | | | LT, RS
  Express | 1996- | | Express Van
  Express 1500 | 1996-2014 | | | LS, LT
  Express 2500 | 1996- | | | LS, LT, WT
  Express 3500 | 1996- | | | LS, LT, WT
  Express 4500 | 2009-
  G10 | 1967-1996 | | Chevy Van, G-Series G10, G1500, Sportvan G10, Beauville
  G20 | 1967-1996 | | G-Series G20, Sportvan G20, Sportvan
  G-Series 1500 | 1996-1998
  G-Series 2500 | 1996-1998 | | G2500
  G30 | 1967-1996 | | G-Series G30, Sportvan G30
  G-Series 3500 | 1996-1998 | | G3500
  HHR | 2006-2011 | | | LS, LT, SS
  Impala | 1958-1985, 1994-1996, 2000-2020 | | | LS, LT, LTZ, SS, Premier, Police
  Impala Limited | 2014-2016 | | | LS, LT, LTZ
  K5 Blazer | 1969-1994 | | Full Size Blazer | Cheyenne, Silverado
  K10 | 1960-1987
  K20 | 1960-1988
  K30 | 1960-1988
  Kodiak | 1981-2009 | | C4500, C5500, C6500
  LUV | 1972-1982
  Lumina | 1990-2001 | | | LS, LTZ, Euro, Z34
  Lumina APV | 1990-1996 | | APV
  Malibu | 1978-1983, 1997-2025 | | Malibu Classic | LS, LT, LTZ, Maxx, Premier, RS, SS
  Malibu Limited | 2016
  Metro | 1998-2001
  Monte Carlo | 1970-1988, 1995-2007 | | | LS, LT, SS, Z34
  Monza | 1975-1980
  Nomad | 1955-1961
  Nova | 1962-1979, 1985-1988 | | Chevy II | SS
  Prizm | 1998-2002 | | | LSi
  S10 | 1982-2004 | | S10 Pickup | LS, Xtreme, ZR2, SS
  SS | 2014-2017
  SSR | 2003-2006
  Silverado 1500 | 1999- | | Silverado, 1500, Silverado Classic 1500, Silverado 1500 Classic, Silverado 1500 Limited, Silverado 1500 LTD, Silverado 1500 LD | LS, LT, LTZ, WT, Work Truck, RST, High Country, Custom, Trail Boss, Z71, SS, ZR2
  Silverado 1500 HD | 2001-2003, 2005-2007 | | Silverado Classic 1500 HD, Silverado 1500 HD Classic | LS, LT
  Silverado 2500 | 1999-2004 | | 2500 | LS, LT
  Silverado 2500 HD | 1999- | | 2500 HD, Silverado 2500, Silverado Classic 2500 HD, Silverado 2500 HD Classic | LS, LT, LTZ, WT, High Country, Custom, ZR2
  Silverado 3500 | 1999-2007 | | 3500, Silverado Classic 3500, Silverado 3500 Classic | LS, LT, WT
  Silverado 3500 HD | 2007- | | 3500 HD, Silverado 3500 | LT, LTZ, WT, High Country
  Silverado 4500 HD | 2019-
  Silverado 5500 HD | 2019-
  Silverado EV | 2024- | | | WT, RST, LT
  Sonic | 2012-2020 | | | LS, LT, LTZ, RS, Premier
  Spark | 2010-2022 | NA EU | | LS, LT, 1LT, 2LT, ACTIV
  Spark EV | 2014-2016
  Spectrum | 1985-1988
  Sprint | 1985-1988
  Suburban | 1935- | | | LS, LT, LTZ, Premier, RST, Z71, High Country
  Suburban 1500 | 1992-2014 | | | LS, LT, LTZ, Z71
  Suburban 2500 | 1992-2013 | | | LS, LT
  Suburban 3500 HD | 2016-2019
  Tahoe | 1995- | | | LS, LT, LTZ, Premier, RST, Z71, High Country, Police
  Tracker | 1998-2004 | | | LT, ZR2
  TrailBlazer | 2002-2009, 2021- | | | LS, LT, SS, RS, ACTIV
  TrailBlazer EXT | 2002-2006
  Traverse | 2009- | | Traverse Limited | LS, LT, LTZ, RS, Premier, High Country, Z71
  Trax | 2013- | NA EU | | LS, LT, RS, ACTIV, Premier
  Uplander | 2005-2009 | | | LS, LT
  Vega | 1971-1977
  Venture | 1997-2005 | | | LS, LT
  Volt | 2011-2019 | NA EU | | LT, Premier
  # GMC | GMC Truck
  Acadia | 2007- | | | SL, SLE, SLT, Denali, AT4
  Acadia Limited | 2017
  C/K 1500 | 1988-1999 | | C1500, K1500, 1500 | SL, SLE, SLT
  C/K 2500 | 1988-2000 | | C2500, K2500, 2500, 2500 HD
  C/K 3500 | 1988-2000 | | C3500, K3500, 3500, 3500 HD
  C15 | 1975-1978 | | C1500 Pickup
  Caballero | 1978-1987
  Canyon | 2004-2012, 2015- | | | SL, SLE, SLT, Denali, AT4, Elevation
  Envoy | 1998-2000, 2002-2009 | | | SLE, SLT, Denali
  Envoy XL | 2002-2006 | | | SLE, SLT, Denali
  Envoy XUV | 2004-2005
  Hummer EV Pickup | 2022- | | Hummer EV
  Hummer EV SUV | 2024- | | Hummer EV
  Jimmy | 1970-2001 | | S15 Jimmy | SLE, SLS, SLT
  Rally Wagon 1500 | 1979-1995 | | G1500, Rally Wagon G1500
  Rally Wagon 2500 | 1979-1995 | | G2500, Rally Wagon G2500
  Rally Wagon 3500 | 1979-1996 | | G3500, Rally Wagon G3500
  S15 | 1982-1990 | | S15 Pickup
  Safari | 1985-2005 | | | SLE, SLT
  Savana | 1996-
  Savana 1500 | 1996-2014
  Savana 2500 | 1996-
  Savana 3500 | 1996-
  Savana 4500 | 2009-
  Sierra 1500 | 1988- | | Sierra, 1500, Sierra Classic 1500, Sierra 1500 Classic, Sierra 1500 Limited | SL, SLE, SLT, Denali, AT4, Elevation, WT
  Sierra 1500 HD | 2001-2003, 2005-2007 | | Sierra Classic 1500 HD | SLE, SLT
  Sierra 2500 | 1988-2004 | | 2500, Sierra Classic 2500 | SL, SLE, SLT
  Sierra 2500 HD | 1999- | | 2500 HD, Sierra 2500, Sierra Classic 2500 HD, Sierra 2500 HD Classic | SLE, SLT, Denali, AT4, WT
  Sierra 3500 | 1988-2007 | | 3500, Sierra Classic 3500 | SLE, SLT
  Sierra 3500 HD | 2007- | | 3500 HD, Sierra 3500 | SLE, SLT, Denali, AT4
  Sierra EV | 2024- | | | Denali
  Sonoma | 1991-2004 | | | SL, SLE, SLS
  Suburban | 1937-1999
  Suburban 1500 | 1992-1999
  Suburban 2500 | 1992-1999
  Syclone | 1991
  Terrain | 2010- | | | SL, SLE, SLT, Denali, AT4
  Typhoon | 1992-1993
  Vandura | 1971-1996
  Vandura 1500 | 1979-1995 | | Vandura G1500
  Vandura 2500 | 1979-1995 | | Vandura G2500
  Vandura 3500 | 1979-1996 | | Vandura G3500
  Yukon | 1992- | | Yukon Denali | SLE, SLT, Denali, AT4, Hybrid
  Yukon XL | 2000- | | | SLE, SLT, Denali, AT4
  Yukon XL 1500 | 2000-2014 | | | SLE, SLT, Denali
  Yukon XL 2500 | 2000-2013 | | | SLE, SLT
  # Buick
  Cascada | 2016-2019
  Century | 1954-1958, 1973-2005 | | | Custom, Limited
  Electra | 1959-1990
  Enclave | 2008- | | | CX, CXL, Premium, Avenir, Essence
  Encore | 2013-2022
  Encore GX | 2020-
  Envision | 2016-
  Envista | 2024-
  Grand National | 1982-1987
  LaCrosse | 2005-2019 | | Allure | CX, CXL, CXS, Premium
  LeSabre | 1959-2005 | | | Custom, Limited
  Lucerne | 2006-2011 | | | CX, CXL, CXS
  Park Avenue | 1985-2005 | | | Ultra
  Rainier | 2004-2007
  Reatta | 1988-1991
  Regal | 1973-2004, 2011-2017 | | | GS, LS, Grand National, T-Type
  Regal Sportback | 2018-2020
  Regal TourX | 2018-2020
  Rendezvous | 2002-2007 | | | CX, CXL
  Riviera | 1963-1993, 1995-1999
  Roadmaster | 1991-1996
  Skyhawk | 1975-1980, 1982-1989
  Skylark | 1953-1954, 1961-1972, 1975-1998 | | Gran Sport
  Somerset | 1985-1987
  Terraza | 2005-2007
  Verano | 2012-2017
  Wildcat | 1963-1970
  # Cadillac | Caddy, Caddie
  ATS | 2013-2019 | NA EU
  ATS-V | 2016-2019
  Allante | 1987-1993
  Brougham | 1987-1992
  CT4 | 2020-
  CT5 | 2020-
  CT6 | 2016-2020
  CT6-V | 2019-2020
  CTS | 2003-2019 | NA EU
  CTS-V | 2004-2007, 2009-2019
  Catera | 1997-2001
  Celestiq | 2024-
  Cimarron | 1982-1988
  DTS | 2006-2011
  DeVille | 1949-2005 | | Coupe DeVille, Sedan DeVille
  ELR | 2014, 2016
  Eldorado | 1953-2002
  Escalade | 1999-2000, 2002- | NA EU | | Luxury, Premium, Platinum, V, Hybrid
  Escalade ESV | 2003-
  Escalade EXT | 2002-2013
  Escalade IQ | 2025-
  Fleetwood | 1976-1996
  Lyriq | 2023-
  Optiq | 2025-
  SRX | 2004-2016 | NA EU
  STS | 2005-2011 | NA EU | STS-V
  Seville | 1976-2004
  Sixty Special | 1977, 1987-1993
  Vistiq | 2026-
  XLR | 2004-2009
  XT4 | 2019-
  XT5 | 2017-
  XT6 | 2020-
  XTS | 2013-2019
  # Oldsmobile | Olds
  442 | 1964-1980, 1985-1987, 1990-1991 | | 4-4-2
  88 | 1949-1999 | | Eighty-Eight, Delta 88, LS 88
  98 | 1952-1996 | | Ninety-Eight
  Achieva | 1992-1998
  Alero | 1999-2004 | | | GL, GLS, GX
  Aurora | 1995-1999, 2001-2003
  Bravada | 1991-1994, 1996-2004
  Custom Cruiser | 1971-1992
  Cutlass | 1961-1999
  Cutlass Calais | 1985-1991 | | Calais
  Cutlass Ciera | 1982-1996 | | Ciera
  Cutlass Cruiser | 1984-1996
  Cutlass Supreme | 1966-1997
  Firenza | 1982-1988
  Intrigue | 1998-2002 | | | GL, GLS, GX
  LSS | 1996-1999
  Omega | 1973-1984
  Regency | 1996-1998
  Silhouette | 1990-2004 | | | GL, GLS, Premiere
  Toronado | 1966-1992
  # Pontiac
  6000 | 1982-1991
  Aztek | 2001-2005
  Bonneville | 1957-2005 | | | SE, SLE, SSEi
  Catalina | 1950-1981
  Fiero | 1984-1988 | | | GT, SE
  Firebird | 1967-2002 | | Trans Am, Firebird Trans Am | Formula, Trans Am, Esprit
  G3 | 2009-2010
  G5 | 2007-2010
  G6 | 2005-2010 | | | GT, GTP, GXP
  G8 | 2008-2009 | | | GT, GXP
  GTO | 1964-1974, 2004-2006
  Grand Am | 1973-1975, 1978-1980, 1985-2005 | | | GT, SE
  Grand Prix | 1962-2008 | | | GT, GTP, GXP, SE
  Grand Ville | 1971-1975
  LeMans | 1962-1981, 1988-1993
  Montana | 1999-2005
  Montana SV6 | 2005-2009
  Parisienne | 1958-1986
  Phoenix | 1977-1984
  Pursuit | 2005-2007 | | G5 Pursuit
  Solstice | 2006-2010 | | | GXP
  Sunbird | 1976-1980, 1982-1994
  Sunfire | 1995-2005 | | | GT, SE
  T1000 | 1981-1987 | | 1000
  Tempest | 1961-1970, 1987-1991
  Torrent | 2006-2009
  Trans Sport | 1990-1999
  Ventura | 1960-1977
  Vibe | 2003-2010 | | | GT
  # Saturn
  Astra | 2008-2009
  Aura | 2007-2010
  Ion | 2003-2007 | | Ion-2, Ion-3 | Red Line
  L-Series | 2000-2005 | | L100, L200, L300, LS, LS1, LS2, LW1, LW2, LW200, LW300
  Outlook | 2007-2010
  Relay | 2005-2007
  S-Series | 1991-2002 | | SC, SC1, SC2, SL, SL1, SL2, SW1, SW2
  Sky | 2007-2010 | | | Red Line
  Vue | 2002-2010 | | | Red Line, XE, XR, Hybrid
  # Geo
  Metro | 1989-1997 | | | LSi, XFi
  Prizm | 1990-1997
  Spectrum | 1989
  Storm | 1990-1993
  Tracker | 1989-1997
  # Hummer
  H1 | 1992-2004, 2006
  H2 | 2003-2009 | | H2 SUT
  H3 | 2006-2010 | NA EU
  H3T | 2009-2010
  `,
);
