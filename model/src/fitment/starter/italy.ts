import { readStarterLines } from './read-starter-lines.ts';

/** Makes of Italy. */
export const ITALY = readStarterLines(
  ['EU'],
  `
  # Fiat
  124 | 1966-1974 | EU
  124 Spider | 1966-1985, 2016-2020 | EU NA | Spider 2000 | Abarth, Classica, Lusso
  125 | 1967-1972
  126 | 1972-2000
  127 | 1971-1987
  128 | 1969-1985 | EU NA
  131 | 1974-1984 | EU NA | Mirafiori
  500 | 1957-1975, 2007- | EU NA | 500C, Cinquecento 500, Nuova 500 | Abarth, Lounge, Pop, Sport, Turbo, GQ
  500 Abarth | 2008-2019 | EU NA | 500C Abarth
  500e | 2013- | EU NA
  500L | 2012-2022 | EU NA | | Easy, Lounge, Pop, Trekking
  500X | 2014-2024 | EU NA | | Easy, Lounge, Pop, Sport, Trekking
  600 | 1955-1969, 2023- | | 600e
  850 | 1964-1973 | EU NA
  Albea | 2002-2012
  Barchetta | 1995-2005
  Brava | 1995-2001
  Bravo | 1995-2001, 2007-2014
  Cinquecento | 1991-1998
  Coupe | 1993-2000
  Croma | 1985-1996, 2005-2010
  Dino | 1966-1973
  Doblò | 2000-
  Ducato | 1981-
  Fiorino | 1977-
  Freemont | 2011-2016
  Fullback | 2016-2019
  Grande Panda | 2024-
  Grande Punto | 2005-2018
  Idea | 2003-2012
  Linea | 2007-2015
  Marea | 1996-2002
  Multipla | 1956-1966, 1998-2010
  Palio | 1996-2012
  Panda | 1980-
  Punto | 1993-2018 | | Punto Evo
  Qubo | 2008-2019
  Regata | 1983-1990
  Ritmo | 1978-1988 | EU NA | Strada
  Scudo | 1995-2016, 2021-
  Sedici | 2005-2014
  Seicento | 1998-2010
  Stilo | 2001-2007
  Talento | 1989-1994, 2016-2020
  Tempra | 1990-1996
  Tipo | 1988-1995, 2015-
  Ulysse | 1994-2010, 2022-
  Uno | 1983-1995
  X1/9 | 1972-1982 | EU NA
  # Abarth
  124 Spider | 2016-2019
  500 | 2008-2015
  595 | 2012-2024
  695 | 2010-2024
  Grande Punto | 2007-2012
  # Alfa Romeo | Alfa
  145 | 1994-2000
  146 | 1995-2000
  147 | 2000-2010
  155 | 1992-1998
  156 | 1997-2007
  159 | 2005-2011
  164 | 1987-1998 | EU NA
  166 | 1998-2007
  33 | 1983-1995
  4C | 2013-2020 | EU NA | 4C Spider
  75 | 1985-1992 | | Milano
  8C | 2007-2010 | EU NA
  90 | 1984-1987
  Alfasud | 1971-1989
  Alfetta | 1972-1987 | EU NA
  Brera | 2005-2010
  GT | 2003-2010
  GTV | 1974-1987, 1994-2005 | | GTV6
  Giulia | 1962-1978, 2016- | EU NA | | Quadrifoglio, Sport, Ti
  Giulietta | 1954-1965, 1977-1985, 2010-2020
  Junior | 2024-
  MiTo | 2008-2018
  Spider | 1966-2010 | EU NA
  Stelvio | 2016- | EU NA | | Quadrifoglio, Sport, Ti
  Tonale | 2022- | EU NA
  # Lancia
  Beta | 1972-1984 | EU NA
  Dedra | 1989-2000
  Delta | 1979-1999, 2008-2014 | | | HF Integrale
  Fulvia | 1963-1976
  Gamma | 1976-1984
  Kappa | 1994-2001
  Lybra | 1998-2005
  Musa | 2004-2012
  Phedra | 2002-2010
  Prisma | 1982-1989
  Scorpion | 1976-1977 | NA
  Stratos | 1973-1978
  Thema | 1984-1994, 2011-2014
  Thesis | 2001-2009
  Voyager | 2011-2015
  Y10 | 1985-1995
  Ypsilon | 1995- | | Y
  Zeta | 1994-2002
  # Ferrari
  296 GTB | 2022- | EU NA | 296
  308 | 1973-1985 | EU NA
  328 | 1985-1989 | EU NA
  348 | 1989-1995 | EU NA
  360 | 1999-2005 | EU NA | 360 Modena, 360 Spider
  456 | 1992-2003 | EU NA
  458 Italia | 2010-2015 | EU NA | 458
  458 Speciale | 2013-2015 | EU NA
  458 Spider | 2012-2015 | EU NA
  488 GTB | 2015-2019 | EU NA | 488
  488 Pista | 2018-2021 | EU NA
  488 Spider | 2016-2019 | EU NA
  512 TR | 1991-1996 | EU NA
  550 | 1996-2002 | EU NA | 550 Maranello, 550 Barchetta
  575M | 2002-2006 | EU NA | 575M Maranello
  599 GTB Fiorano | 2006-2012 | EU NA | 599
  599 GTO | 2011-2012 | EU NA
  612 Scaglietti | 2004-2011 | EU NA
  812 Competizione | 2021-2023 | EU NA | 812 Competizione A
  812 GTS | 2020-2024 | EU NA
  812 Superfast | 2017-2024 | EU NA
  California | 2008-2017 | EU NA | California T
  Enzo | 2002-2004 | EU NA
  F12berlinetta | 2012-2017 | EU NA | F12
  F355 | 1994-1999 | EU NA | 355
  F40 | 1987-1992 | EU NA
  F430 | 2004-2009 | EU NA | 430 Scuderia
  F50 | 1995-1997 | EU NA
  F8 | 2019-2023 | EU NA | F8 Tributo, F8 Spider
  FF | 2011-2016 | EU NA
  GTC4Lusso | 2016-2020 | EU NA
  LaFerrari | 2013-2018 | EU NA
  Mondial | 1980-1993 | EU NA
  Portofino | 2018-2023 | EU NA
  Purosangue | 2023- | EU NA
  Roma | 2020-2024 | EU NA
  SF90 | 2020-2025 | EU NA | SF90 Stradale, SF90 Spider
  Testarossa | 1984-1992 | EU NA
  # Maserati
  3200 GT | 1998-2002
  Biturbo | 1981-1994 | EU NA
  Coupe | 2001-2007 | EU NA | Spyder, 4200 GT
  Ghibli | 1966-1973, 1992-1998, 2013-2024 | EU NA
  GranSport | 2004-2007 | EU NA
  GranTurismo | 2007-2019, 2023- | EU NA | GranCabrio
  Grecale | 2022- | EU NA
  Levante | 2016-2024 | EU NA
  MC20 | 2020- | EU NA
  Quattroporte | 1963-2024 | EU NA
  # De Tomaso
  Pantera | 1971-1993 | EU NA
  # Iveco
  Daily | 1978-
  # Piaggio
  Porter | 1992-
  # Autobianchi
  A112 | 1969-1986
  `,
);
