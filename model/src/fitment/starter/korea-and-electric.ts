import { readStarterLines } from './read-starter-lines.ts';

/** Makes of Korea, and younger makes of electric cars. */
export const KOREA_AND_ELECTRIC = readStarterLines(
  ['NA'],
  `
  # Hyundai
  Accent | 1995-2022 | NA EU | | GL, GLS, GS, SE, SEL, Limited
  Atos | 1997-2008 | EU
  Azera | 2006-2017 | | | GLS, Limited, SE
  Bayon | 2021- | EU
  Coupe | 1996-2009 | EU
  Elantra | 1992- | NA EU | Elantra Coupe, Elantra Touring, Elantra MD, Elantra HD, Elantra AD | Eco, GLS, GT, Limited, SE, SEL, Sport, Value Edition
  Elantra GT | 2013-2020
  Elantra Hybrid | 2021-
  Elantra N | 2022-
  Entourage | 2007-2008
  Equus | 2011-2016
  Excel | 1986-1994
  Galloper | 1997-2003 | EU
  Genesis | 2009-2016 | | Genesis Sedan
  Genesis Coupe | 2010-2016
  Getz | 2002-2011 | EU
  H-1 | 1997-2021 | EU
  Inster | 2024- | EU
  Ioniq | 2016-2022 | NA EU
  Ioniq 5 | 2021- | NA EU | | Limited, SE, SEL, N
  Ioniq 6 | 2022- | NA EU
  Ioniq 9 | 2025- | NA EU
  Ioniq Electric | 2017-2022 | NA EU
  Ioniq Hybrid | 2017-2023 | NA EU
  Ioniq Plug-in Hybrid | 2017-2022 | NA EU
  Kona | 2017- | NA EU | | Limited, N Line, SE, SEL, Ultimate
  Kona Electric | 2018- | NA EU
  Kona N | 2022-2023 | NA EU
  Lantra | 1990-2000 | EU
  Matrix | 2001-2010 | EU
  Nexo | 2018- | NA EU
  Palisade | 2020- | | | Calligraphy, Limited, SE, SEL, XRT
  Pony | 1975-1990 | EU
  Santa Cruz | 2022-
  Santa Fe | 2001- | NA EU | | Calligraphy, GLS, Limited, SE, SEL, XRT
  Santa Fe Hybrid | 2021- | NA EU
  Santa Fe Plug-in Hybrid | 2022-2023 | NA EU
  Santa Fe Sport | 2013-2018
  Santa Fe XL | 2019
  Scoupe | 1991-1995 | NA EU
  Sonata | 1989- | NA EU | | GL, GLS, Limited, SE, SEL, Sport
  Sonata Hybrid | 2011-
  Sonata Plug-in Hybrid | 2016-2019
  Terracan | 2001-2007 | EU
  Tiburon | 1997-2001, 2003-2008 | | | GS, GT, SE
  Trajet | 1999-2008 | EU
  Tucson | 2005- | NA EU | | GL, GLS, Limited, SE, SEL, Sport, Value
  Tucson Fuel Cell | 2015-2017
  Tucson Hybrid | 2021- | NA EU
  Tucson Plug-in Hybrid | 2022- | NA EU
  Veloster | 2012-2017, 2019-2022 | NA EU | | N, Turbo
  Venue | 2020-
  Veracruz | 2007-2012
  XG300 | 2001
  XG350 | 2002-2005
  i10 | 2007- | EU | Grand i10
  i20 | 2008- | EU
  i30 | 2007- | EU
  i40 | 2011-2019 | EU
  ix20 | 2010-2019 | EU
  ix35 | 2009-2015 | EU
  # Kia
  Amanti | 2004-2009
  Borrego | 2009-2011
  Cadenza | 2014-2020
  Carens | 1999-2019 | EU
  Carnival | 1998-2014, 2022- | NA EU
  Ceed | 2006- | EU | Pro Ceed
  Cerato | 2004-2009 | EU
  EV3 | 2024- | EU
  EV6 | 2021- | NA EU
  EV9 | 2023- | NA EU
  Forte | 2010-2024 | | Forte Koup, Forte5 | EX, LX, S, SX, FE, GT, GT-Line
  K4 | 2025-
  K5 | 2021-
  K900 | 2015-2017, 2019-2020
  Magentis | 2001-2010 | NA EU
  Niro | 2016- | NA EU
  Niro EV | 2019- | NA EU | e-Niro
  Niro Plug-in Hybrid | 2018- | NA EU
  Opirus | 2003-2010 | EU
  Optima | 2001-2020 | NA EU | | EX, LX, S, SX, SXL
  Optima Hybrid | 2011-2020
  Optima Plug-in Hybrid | 2017-2020
  Picanto | 2004- | EU
  Pride | 1987-2000 | EU
  Rio | 2000-2023 | NA EU | Rio5 | EX, LX, S, SX
  Rondo | 2007-2017
  Sedona | 2002-2012, 2014-2021 | NA EU | | EX, L, LX, SX, SXL
  Seltos | 2021-
  Sephia | 1994-2001 | NA EU
  Shuma | 1997-2004 | EU
  Sorento | 2003-2009, 2011- | NA EU | | EX, L, LX, S, SX, SXL, X-Line
  Sorento Hybrid | 2021- | NA EU
  Sorento Plug-in Hybrid | 2021- | NA EU
  Soul | 2009- | NA EU | | Base, EX, GT-Line, LX, S, Turbo, X-Line, Plus, Exclaim
  Soul EV | 2014-2020 | NA EU
  Spectra | 2000-2009 | | Spectra5 | EX, GS, GSX, LX, SX
  Sportage | 1993-2002, 2005- | NA EU | | EX, LX, S, SX
  Sportage Hybrid | 2022- | NA EU
  Sportage Plug-in Hybrid | 2022- | NA EU
  Stinger | 2018-2023 | NA EU | | GT, GT-Line
  Stonic | 2017- | EU
  Telluride | 2020- | | | EX, LX, S, SX, X-Line
  Venga | 2009-2019 | EU
  XCeed | 2019- | EU
  # Genesis
  Electrified G80 | 2022- | NA EU
  Electrified GV70 | 2023- | NA EU
  G70 | 2019- | NA EU
  G80 | 2017- | NA EU
  G90 | 2017-
  GV60 | 2022- | NA EU
  GV70 | 2021- | NA EU
  GV80 | 2020- | NA EU
  GV80 Coupe | 2025-
  # Daewoo
  Espero | 1990-1999 | EU
  Kalos | 2002-2005 | EU
  Lacetti | 2002-2005 | EU
  Lanos | 1997-2002 | NA EU
  Leganza | 1997-2002 | NA EU
  Matiz | 1998-2005 | EU
  Nexia | 1994-1997 | EU
  Nubira | 1997-2003 | NA EU
  Rezzo | 2000-2005 | EU | Tacuma
  # SsangYong
  Actyon | 2005-2018 | EU | Actyon Sports
  Korando | 1983-2006, 2010- | EU
  Kyron | 2005-2014 | EU
  Musso | 1993-2005, 2018- | EU
  Rexton | 2001- | EU
  Rodius | 2004-2019 | EU
  Tivoli | 2015- | EU
  # Tesla
  Cybertruck | 2024-
  Model 3 | 2017- | NA EU | | Long Range, Performance, Standard Range
  Model S | 2012- | NA EU | | Long Range, Performance, Plaid
  Model X | 2016- | NA EU | | Long Range, Performance, Plaid
  Model Y | 2020- | NA EU | | Long Range, Performance, Standard Range
  Roadster | 2008-2012 | NA EU
  # Polestar
  1 | 2019-2021 | NA EU | Polestar 1
  2 | 2020- | NA EU | Polestar 2
  3 | 2024- | NA EU | Polestar 3
  4 | 2024- | NA EU | Polestar 4
  # Rivian
  EDV | 2022-
  R1S | 2022-
  R1T | 2021-
  # Lucid
  Air | 2022- | NA EU
  Gravity | 2025-
  # Fisker
  Karma | 2011-2012 | NA EU
  Ocean | 2023-2024 | NA EU
  # VinFast
  VF 6 | 2024-
  VF 7 | 2024-
  VF 8 | 2022- | NA EU
  VF 9 | 2023-
  # BYD
  Atto 3 | 2022- | EU
  Dolphin | 2023- | EU
  Han | 2022- | EU
  Seal | 2023- | EU
  Tang | 2021- | EU
  `,
);
