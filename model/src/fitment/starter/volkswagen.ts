import { readStarterLines } from './read-starter-lines.ts';

/** Volkswagen, Audi, Porsche and their sisters. */
export const VOLKSWAGEN = readStarterLines(
  ['NA', 'EU'],
  `
  # Volkswagen | VW
  181 | 1968-1983 | | Thing, Type 181
  411 | 1968-1974 | | Type 4, 412
  Amarok | 2010- | EU
  Arteon | 2017-2024 | | | R-Line, SE, SEL
  Atlas | 2018- | NA | | Execline, R-Line, S, SE, SEL
  Atlas Cross Sport | 2020- | NA | | R-Line, S, SE, SEL
  Beetle | 1938-1980, 2012-2019 | | Bug, Käfer, Kaefer, Super Beetle, Type 1 | Dune, R-Line, S, SE, Turbo
  Bora | 1998-2006 | EU
  CC | 2009-2017 | | Passat CC | Luxury, R-Line, Sport
  Cabrio | 1995-2002 | NA
  Cabriolet | 1985-1993 | NA | Golf Cabriolet
  Caddy | 1979- | EU
  Corrado | 1988-1995 | | | G60, SLC, VR6
  Crafter | 2006- | EU
  Dasher | 1974-1981 | NA
  Derby | 1977-1984 | EU
  Eos | 2006-2016 | | | Executive, Komfort, Lux
  Eurovan | 1992-2003 | | T4, Transporter T4 | CL, GL, GLS, MV, Camper
  Fox | 1987-1993, 2005-2011
  GLI | 2008-2009, 2019- | NA | Jetta GLI
  Golf | 1974- | | Golf I, Golf II, Golf III, Golf IV, Golf V, Golf VI, Golf VII, Golf VIII, Golf 1, Golf 2, Golf 3, Golf 4, Golf 5, Golf 6, Golf 7, Golf 8, Golf Mk1, Golf Mk2, Golf Mk3, Golf Mk4, Golf Mk5, Golf Mk6, Golf Mk7, Golf Mk8 | CL, GL, GLS, GTD, R32, S, SE, SEL, TDI, TSI, Wolfsburg
  Golf Alltrack | 2015-2020
  Golf GTI | 1976-2026 | | GTI, Rabbit GTI, Golf V GTI, Golf VI GTI, Golf VII GTI, Golf 5 GTI, Golf 6 GTI, Golf 7 GTI, Golf 8 GTI, Golf Mk5 GTI, Golf Mk6 GTI, Golf Mk7 GTI | Autobahn, S, SE
  Golf Plus | 2005-2014 | EU
  Golf R | 2012-2013, 2015- | | | R
  Golf SportWagen | 2015-2019 | NA | Golf Sportwagon
  Golf Sportsvan | 2014-2020 | EU
  ID.3 | 2019- | EU
  ID.4 | 2020- | | | Pro, S
  ID.5 | 2021- | EU
  ID.7 | 2023- | EU
  ID. Buzz | 2022-
  Jetta | 1979- | | Jetta III, Jetta Mk4, Jetta Mk5, Jetta Mk6 | GL, GLS, GLX, R-Line, S, SE, SEL, Sport, TDI, Wolfsburg
  Jetta SportWagen | 2009-2014 | NA | Jetta Sportwagon
  Karmann Ghia | 1955-1974
  LT | 1975-2006 | EU
  Lupo | 1998-2005 | EU
  New Beetle | 1998-2010 | | Beetle
  Passat | 1973-2024 | | Passat B5, Passat B6, Passat B7, Passat B8 | GL, GLS, GLX, R-Line, S, SE, SEL, TDI, W8, Wolfsburg
  Phaeton | 2002-2016
  Polo | 1975- | EU | | GTI
  Quantum | 1982-1988 | NA
  R32 | 2004, 2008 | | Golf R32
  Rabbit | 1975-1984, 2006-2009 | NA
  Rabbit Convertible | 1980-1984 | NA
  Rabbit Pickup | 1980-1984 | NA
  Routan | 2009-2014 | NA
  Santana | 1981-1988 | EU
  Scirocco | 1974-1992, 2008-2017
  Sharan | 1995-2022 | EU
  T-Cross | 2018- | EU
  T-Roc | 2017- | EU
  Taigo | 2021- | EU
  Taos | 2022- | NA | | S, SE, SEL
  Tiguan | 2008- | | Tiguan Limited | R-Line, S, SE, SEL
  Tiguan Allspace | 2017-2024 | EU
  Touareg | 2002- | | Touareg 2 | Executive, Lux, R-Line, TDI
  Touran | 2003- | EU
  Transporter | 1950- | EU | T3, T5, T6, Multivan, Caravelle, Bus, Kombi, Type 2
  Type 3 | 1961-1973 | | Fastback, Squareback
  Up | 2011-2023 | EU
  Vanagon | 1980-1991 | NA
  Vento | 1992-1998 | EU
  XL1 | 2014-2016 | EU
  e-Golf | 2014-2020
  # Audi
  100 | 1968-1994 | | 100 Series, C4
  200 | 1979-1991
  4000 | 1980-1987 | NA
  5000 | 1978-1988 | NA
  50 | 1974-1978 | EU
  80 | 1966-1996
  90 | 1984-1995
  A1 | 2010- | EU
  A2 | 1999-2005 | EU
  A3 | 1996- | | A3 Sportback, A3 Sportback e-tron | Premium, Premium Plus, Prestige, quattro
  A4 | 1995-2025 | | A4 B5, A4 B6, A4 B7, A4 B8, A4 B9 | Avant, Cabriolet, Premium, Premium Plus, Prestige, quattro
  A4 allroad | 2009-2025 | | A4 allroad quattro
  A5 | 2007- | | A5 Sportback, A5 Sport | Cabriolet, Coupe, Premium, Premium Plus, Prestige, quattro
  A6 | 1994- | | A6 C5, A6 C6, A6 C7 | Avant, Premium, Premium Plus, Prestige, quattro
  A6 allroad | 2000- | | A6 allroad quattro
  A7 | 2010-2025 | | A7 Sportback | Premium Plus, Prestige, quattro
  A8 | 1994- | | A8 Quattro, A8L | L
  Cabriolet | 1991-2000
  Coupe | 1980-1996
  Q2 | 2016- | EU
  Q3 | 2011- | | Q3 Sportback | Premium, Premium Plus, Prestige
  Q4 e-tron | 2021- | | Q4
  Q4 Sportback e-tron | 2021- | | Q4 e-tron Sportback
  Q5 | 2008- | | | Premium, Premium Plus, Prestige, Hybrid
  Q5 Sportback | 2021-
  Q6 e-tron | 2024-
  Q7 | 2005- | | | Premium, Premium Plus, Prestige
  Q8 | 2018- | | | Premium, Premium Plus, Prestige
  Q8 e-tron | 2023-2025
  Q8 Sportback e-tron | 2023-2025 | | Q8 e-tron Sportback
  R8 | 2007-2024
  RS 2 | 1994-1996 | EU
  RS 3 | 2011-
  RS 4 | 2000-2001, 2006-2008, 2012-2025
  RS 5 | 2010-2015, 2018-
  RS 6 | 2002-2004, 2008-2010, 2013- | | RS 6 Avant
  RS 7 | 2013-
  RS Q3 | 2013-
  RS Q8 | 2020-
  RS e-tron GT | 2021-
  S1 | 2014-2018 | EU
  S2 | 1990-1995 | EU
  S3 | 1999-2003, 2006-
  S4 | 1991-1994, 1997-2025
  S5 | 2007- | | S5 Sportback
  S6 | 1994-1997, 1999-2003, 2006-
  S7 | 2012-2025
  S8 | 1996-2003, 2006-2010, 2012-
  SQ2 | 2018- | EU
  SQ5 | 2013-
  SQ5 Sportback | 2021-
  SQ7 | 2016-
  SQ8 | 2019-
  SQ8 e-tron | 2023-2025
  SQ8 Sportback e-tron | 2023-2025
  TT | 1998-2023 | | TT Quattro, TT RS, TTS | RS, S
  V8 | 1988-1994
  allroad | 2000-2005, 2013-2016 | | allroad quattro
  e-tron | 2018-2023 | | e-tron quattro
  e-tron GT | 2021-
  e-tron S | 2021-2023
  e-tron S Sportback | 2021-2023
  e-tron Sportback | 2020-2023
  quattro | 1980-1991 | | Ur-quattro
  # Porsche
  356 | 1948-1965
  718 Boxster | 2016-2025 | | Boxster 718, 982 Boxster | Base, GTS, S, Spyder
  718 Cayman | 2016-2025 | | Cayman 718 | Base, GT4, GTS, S
  718 Spyder | 2019-2024
  911 | 1963- | | 930, 964, 993, 996, 997, 991, 992, 911 Carrera, 911 Turbo | Carrera, Carrera S, Carrera 4, Carrera 4S, GT2, GT3, GT3 RS, R, S, SC, Targa, Turbo, Turbo S
  912 | 1965-1969, 1976
  914 | 1969-1976
  918 Spyder | 2013-2015
  924 | 1976-1988
  928 | 1977-1995
  944 | 1982-1991
  959 | 1986-1993
  968 | 1991-1995
  Boxster | 1996-2016 | | 986, 987 Boxster, 981 Boxster | Base, GTS, RS 60, S, Spyder
  Carrera GT | 2003-2007
  Cayenne | 2003- | | 955, 957, 958 | Base, Diesel, E-Hybrid, GTS, S, Turbo, Turbo S
  Cayenne Coupe | 2019-
  Cayman | 2005-2016 | | 987 Cayman, 981 Cayman | Base, GT4, GTS, R, S
  Macan | 2014- | | | Base, GTS, S, Turbo
  Panamera | 2009- | | | 4, 4S, Base, GTS, S, Turbo
  Taycan | 2019- | | | 4S, Base, GTS, Turbo, Turbo S
  Taycan Cross Turismo | 2021-
  Taycan Sport Turismo | 2022-
  # Škoda
  105 | 1976-1990 | EU | 120, 130
  Citigo | 2011-2020 | EU
  Enyaq | 2020- | EU | Enyaq iV
  Fabia | 1999- | EU
  Favorit | 1987-1995 | EU
  Felicia | 1994-2001 | EU
  Forman | 1990-1995 | EU
  Kamiq | 2019- | EU
  Karoq | 2017- | EU
  Kodiaq | 2016- | EU
  Octavia | 1996- | EU | | RS, Scout
  Rapid | 1984-1990, 2012-2019 | EU
  Roomster | 2006-2015 | EU | Praktik
  Scala | 2019- | EU
  Superb | 2001- | EU
  Yeti | 2009-2017 | EU
  # SEAT
  Alhambra | 1996-2020 | EU
  Altea | 2004-2015 | EU | Altea XL
  Arona | 2017- | EU
  Arosa | 1997-2004 | EU
  Ateca | 2016- | EU
  Córdoba | 1993-2009 | EU
  Exeo | 2008-2013 | EU
  Ibiza | 1984- | EU | | Cupra, FR
  León | 1999- | EU | | Cupra, FR
  Málaga | 1985-1993 | EU
  Marbella | 1986-1998 | EU
  Mii | 2011-2021 | EU
  Tarraco | 2018-2024 | EU
  Toledo | 1991-2018 | EU
  # Cupra
  Ateca | 2018- | EU
  Born | 2021- | EU
  Formentor | 2020- | EU
  León | 2020- | EU
  Tavascan | 2024- | EU
  Terramar | 2024- | EU
  # Bentley
  Arnage | 1998-2009
  Azure | 1995-2010 | | Azure T
  Bentayga | 2016-
  Brooklands | 1992-1998, 2008-2011
  Continental | 1952-1965, 1984-2018 | | Continental R, Continental T
  Continental GT | 2003- | | | GTC, Speed, Supersports
  Flying Spur | 2005- | | Continental Flying Spur
  Mulsanne | 1980-1992, 2010-2020
  Turbo R | 1985-1999
  # Lamborghini
  Aventador | 2011-2022
  Countach | 1974-1990
  Diablo | 1990-2001
  Gallardo | 2003-2014
  Huracán | 2014-2024
  Murciélago | 2001-2010 | | Murcielago LP640
  Revuelto | 2023-
  Temerario | 2025-
  Urus | 2018-
  # Bugatti
  Chiron | 2016-2024
  EB110 | 1991-1995
  Veyron | 2005-2015
  `,
);
