import { readStarterLines } from './read-starter-lines.ts';

/** Makes of Britain, Sweden and what is near them. */
export const BRITAIN_AND_SWEDEN = readStarterLines(
  ['NA', 'EU'],
  `
  # AC | AC Cars
  Ace | 1953-1963, 1993-1996
  Aceca | 1954-1963
  Cobra | 1961-1973, 1982-1996 | | AC Cobra, Shelby Cobra
  # Shelby
  Cobra | 1962-1968 | NA | Shelby Cobra
  # Aston Martin
  Cygnet | 2011-2013 | EU
  DB11 | 2016-2023
  DB12 | 2023-
  DB2 | 1950-1957
  DB4 | 1958-1963
  DB5 | 1963-1965
  DB6 | 1965-1971
  DB7 | 1994-2004
  DB9 | 2004-2016 | | DB9 GT
  DBS | 1967-1972, 2007-2012, 2018-2024 | | DBS Superleggera
  DBX | 2020-
  Lagonda | 1974-1990
  Rapide | 2010-2020 | | Rapide S, Rapide AMR
  V8 | 1969-1990
  Valkyrie | 2021-2024
  Vanquish | 2001-2007, 2012-2018, 2024- | | Vanquish S
  Vantage | 1972-1990, 2005- | | V8 Vantage, V12 Vantage
  Virage | 1989-2000, 2011-2012
  # Austin
  A30 | 1951-1956
  A35 | 1956-1968
  Allegro | 1973-1982 | EU
  America | 1968-1972 | NA
  Maestro | 1983-1994 | EU
  Marina | 1973-1975 | NA
  Metro | 1980-1990 | EU
  Mini | 1959-2000
  Montego | 1984-1995 | EU
  Princess | 1975-1981 | EU
  # Austin-Healey
  100 | 1953-1959
  3000 | 1959-1967
  Sprite | 1958-1971 | | Bugeye Sprite, Frogeye Sprite
  # Morris
  Ital | 1980-1984 | EU
  Marina | 1971-1980 | EU
  Minor | 1948-1971
  # Jaguar | Jag
  E-Pace | 2017-2024
  E-Type | 1961-1974 | | XKE
  F-Pace | 2016-2025 | | | 25t, 35t, P250, S, SVR
  F-Type | 2013-2024 | | | R, S, SVR, V6, V8
  I-Pace | 2018-2024
  Mark 2 | 1959-1967 | | Mk2, Mark II
  S-Type | 1963-1968, 1999-2008 | | | R, V6, V8
  X-Type | 2001-2009 | | | 2.5, 3.0, Sport
  XE | 2015-2024
  XF | 2008-2024 | | XFR, XFR-S, XF Sportbrake | R, Supercharged
  XJ | 1968-2019 | | XJ6, XJ8, XJ12, XJL, XJR, XJ Vanden Plas | Vanden Plas, R, L, Sport
  XJ220 | 1992-1994
  XJS | 1975-1996 | | XJSC
  XK | 1996-2015 | | XK8, XKR, XKR-S
  XK120 | 1948-1954
  XK140 | 1954-1957
  XK150 | 1957-1961
  # Daimler
  Double Six | 1972-1997 | EU
  # Land Rover
  88 | 1958-1985 | | Series I, Series II, Series IIA, Series III, 109
  Defender | 1983-2016, 2020-
  Defender 90 | 1983-2016, 2020-
  Defender 110 | 1983-2016, 2020-
  Defender 130 | 1983-2016, 2023-
  Discovery | 1989- | | Discovery II, Discovery Series II, Discovery 2, Discovery 3, Discovery 4, Discovery 5 | HSE, LE, SD, SE, Series II
  Discovery Sport | 2014- | | | HSE, S, SE
  Freelander | 1997-2014 | | Freelander 2
  LR2 | 2008-2015 | NA
  LR3 | 2005-2009 | NA
  LR4 | 2010-2016 | NA
  Range Rover | 1970- | | P38, L322, L405 | Autobiography, County, HSE, SE, Supercharged, Vogue
  Range Rover Evoque | 2011- | | Evoque | Dynamic, HSE, Prestige, Pure, SE
  Range Rover Sport | 2005- | | L320, L494 | Autobiography, HSE, SE, Supercharged, SVR
  Range Rover Velar | 2017- | | Velar
  # Lotus
  Eclat | 1975-1982
  Elan | 1962-1975, 1989-1995
  Eletre | 2023-
  Elise | 1996-2021
  Elite | 1957-1963, 1974-1982
  Emira | 2022-
  Esprit | 1976-2004
  Europa | 1966-1975, 2006-2010
  Evora | 2009-2021 | | Evora 400, Evora GT
  Exige | 2000-2021 | | Exige S
  Seven | 1957-1972
  # Caterham
  Seven | 1973- | EU | Super Seven
  # McLaren
  540C | 2015-2021
  570GT | 2016-2021
  570S | 2015-2021
  600LT | 2018-2021
  650S | 2014-2017
  675LT | 2015-2017
  720S | 2017-2023
  750S | 2023-
  765LT | 2020-2022
  Artura | 2022-
  F1 | 1992-1998
  GT | 2019-2023
  MP4-12C | 2011-2014
  P1 | 2013-2015
  Senna | 2018-2020
  # MG
  MG3 | 2011- | EU
  MG4 | 2022- | EU
  MG5 | 2020- | EU
  MG6 | 2010-2016 | EU
  HS | 2019- | EU
  MGA | 1955-1962
  MGB | 1962-1980 | | MGB GT | GT
  MGC | 1967-1969
  MGF | 1995-2002 | EU
  MGR V8 | 1993-1995 | EU | RV8
  Midget | 1961-1980
  TC | 1945-1949
  TD | 1950-1953
  TF | 1953-1955, 2002-2011
  ZR | 2001-2005 | EU
  ZS | 2001-2005, 2017- | EU
  ZT | 2001-2005 | EU
  # Morgan
  3 Wheeler | 2011-2021
  4/4 | 1936-2018
  Aero 8 | 2000-2018
  Plus 4 | 1950-
  Plus 8 | 1968-2004, 2012-2018
  # Rover
  100 | 1990-1998 | EU
  200 | 1984-1999 | EU | 214, 216, 218, 220
  25 | 1999-2005 | EU
  3500 | 1963-1986 | | SD1, P6
  400 | 1990-1999 | EU | 414, 416, 420
  45 | 1999-2005 | EU
  600 | 1993-1999 | EU | 618, 620, 623
  75 | 1998-2005 | EU
  800 | 1986-1999 | | 820, 825, 827, Sterling 825
  Metro | 1990-1994 | EU
  Streetwise | 2003-2005 | EU
  # Sterling
  825 | 1987-1988 | NA
  827 | 1989-1991 | NA
  # Sunbeam
  Alpine | 1959-1968
  Tiger | 1964-1967
  # Triumph
  Dolomite | 1972-1980 | EU
  GT6 | 1966-1973
  Herald | 1959-1971
  Spitfire | 1962-1980
  Stag | 1970-1977
  TR2 | 1953-1955
  TR3 | 1955-1962 | | TR3A
  TR4 | 1961-1967 | | TR4A
  TR250 | 1967-1968 | NA
  TR6 | 1968-1976
  TR7 | 1974-1981
  TR8 | 1978-1981
  # TVR
  Cerbera | 1996-2003 | EU
  Chimaera | 1992-2003 | EU
  Griffith | 1963-1967, 1990-2002
  Tuscan | 1967-1971, 1999-2006
  # Vauxhall
  Adam | 2012-2019 | EU
  Agila | 2000-2014 | EU
  Antara | 2006-2015 | EU
  Astra | 1979- | EU | | GTC, VXR, SRi
  Carlton | 1978-1994 | EU
  Cavalier | 1975-1995 | EU
  Chevette | 1975-1984 | EU
  Combo | 1993- | EU
  Corsa | 1993- | EU | | VXR, SRi
  Crossland | 2017-2024 | EU | Crossland X
  Frontera | 1991-2004, 2024- | EU
  Grandland | 2017- | EU | Grandland X
  Insignia | 2008-2022 | EU | | VXR, SRi
  Meriva | 2003-2017 | EU
  Mokka | 2012- | EU | Mokka X
  Monaro | 2004-2006 | EU
  Movano | 1998- | EU
  Nova | 1983-1993 | EU
  Omega | 1994-2003 | EU
  Senator | 1978-1993 | EU
  Signum | 2003-2008 | EU
  Tigra | 1994-2001, 2004-2009 | EU
  VX220 | 2000-2005 | EU
  Vectra | 1995-2008 | EU
  Viva | 1963-1979, 2015-2019 | EU
  Vivaro | 2001- | EU
  Zafira | 1999-2018 | EU | Zafira Tourer
  # Volvo
  120 | 1956-1970 | | Amazon, 121, 122, 122S
  140 | 1966-1974 | | 142, 144, 145
  160 | 1968-1975 | | 164
  240 | 1974-1993 | | 242, 244, 245 | DL, GL, GLT
  260 | 1974-1985 | | 262, 264, 265
  340 | 1976-1991 | EU | 343, 345, 360
  440 | 1987-1996 | EU
  460 | 1988-1996 | EU
  480 | 1985-1995 | EU
  740 | 1982-1992 | | 745 | GL, GLE, Turbo
  760 | 1982-1990
  780 | 1985-1991
  850 | 1991-1997 | | 855 | GLT, R, T-5, T5-R
  940 | 1990-1998
  960 | 1990-1997
  C30 | 2006-2013 | | | T5, R-Design
  C40 Recharge | 2021-2025 | | C40, EC40
  C70 | 1996-2013
  EX30 | 2023-
  EX40 | 2025-
  EX90 | 2024-
  P1800 | 1961-1973 | | 1800, 1800E, 1800ES, 1800S
  PV444 | 1947-1958
  PV544 | 1958-1965
  S40 | 1995-2012 | | | 2.4i, T5
  S60 | 2000-2025 | | S60 Cross Country | 2.4T, 2.5T, R, T5, T6, R-Design
  S70 | 1996-2000
  S80 | 1998-2016 | | | 2.9, 3.2, T6, V8
  S90 | 1996-1998, 2016-
  V40 | 1995-2004, 2012-2019 | | V40 Cross Country
  V50 | 2004-2012
  V60 | 2010- | | V60 Cross Country
  V70 | 1996-2016 | | V70 XC | 2.4, 2.5T, R, T5, XC
  V90 | 1996-1998, 2016- | | V90 Cross Country
  XC40 | 2017- | | | Inscription, Momentum, R-Design
  XC40 Recharge | 2020-2024
  XC60 | 2008- | | | 3.2, Inscription, Momentum, R-Design, T5, T6, T8
  XC70 | 2002-2016 | | Cross Country, V70 Cross Country
  XC90 | 2002- | | | 2.5T, 3.2, Inscription, Momentum, R-Design, T6, T8, V8
  # Saab
  9-2X | 2005-2006
  9-3 | 1998-2014 | | 9-3X, 9-3 SportCombi | Aero, Arc, Linear, SE, Vector, Viggen
  9-4X | 2011
  9-5 | 1997-2011 | | | Aero, Arc, Linear, SE
  9-7X | 2005-2009
  90 | 1984-1987 | EU
  900 | 1978-1998 | | | S, SE, SPG, Turbo
  9000 | 1984-1998 | | | Aero, CD, CS, CSE
  95 | 1959-1978
  96 | 1960-1980
  99 | 1968-1984
  Sonett | 1966-1974
  # DeLorean | DMC
  DMC-12 | 1981-1983
  # Jensen
  Interceptor | 1966-1976
  Jensen-Healey | 1972-1976
  # Lada
  Niva | 1977- | EU | 4x4
  Samara | 1984-2013 | EU
  2107 | 1982-2012 | EU | Riva
  # Yugo
  GV | 1985-1992 | NA
  # Panoz
  Esperante | 2000-2014 | NA
  # Bricklin
  SV-1 | 1974-1976 | NA
  `,
);
