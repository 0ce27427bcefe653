/** Words for kinds of things, materials, colours and conditions in four languages. The first of each is its name. */
import type { ItemCondition, SuggestionLanguage } from '@docket/model/listing/suggestions';
import type { ColourKind } from '../photo/colour-kind.ts';

/** Words of one meaning by language, separated by commas. */
export type Words = Readonly<Record<SuggestionLanguage, string>>;

const words = (en: string, de: string, fr: string, es: string): Words => ({ en, de, fr, es });

/** Categories with what belongs to them, singular; the last part of a German compound is enough. */
export const CATEGORY_WORDS = {
  bags: words(
    'Bags, bag, handbag, backpack, rucksack, tote, purse, suitcase, wallet, clutch, satchel',
    'Taschen, Tasche, Rucksack, Koffer, Geldbeutel, Portemonnaie, Beutel',
    'Sacs, sac, sac à main, sac à dos, valise, portefeuille, pochette, cartable',
    'Bolsos, bolso, mochila, maleta, cartera, billetera, monedero',
  ),
  shoes: words(
    'Shoes, shoe, sneaker, boot, sandal, trainer, loafer, slipper, footwear',
    'Schuhe, Schuh, Stiefel, Sandale, Turnschuh, Pantoffel',
    'Chaussures, chaussure, basket, botte, bottine, sandale, mocassin',
    'Zapatos, zapato, zapatilla, bota, sandalia, mocasín',
  ),
  tops: words(
    'T-shirts & tops, t-shirt, tee, tshirt, polo, top, tank top',
    'T-Shirts & Tops, T-Shirt, Poloshirt, Oberteil',
    'T-shirts et hauts, tee-shirt, débardeur, haut',
    'Camisetas, camiseta, polo, top',
  ),
  shirts: words(
    'Shirts & blouses, shirt, blouse',
    'Hemden & Blusen, Hemd, Bluse',
    'Chemises et blouses, chemise, chemisier, blouse',
    'Camisas y blusas, camisa, blusa',
  ),
  knitwear: words(
    'Jumpers & knitwear, jumper, sweater, pullover, cardigan, hoodie, sweatshirt, knitwear',
    'Pullover & Strick, Pullover, Pulli, Strickjacke, Kapuzenpullover, Strickware',
    'Pulls et gilets, pull, gilet, sweat, sweat à capuche',
    'Jerséis y punto, jersey, suéter, sudadera, rebeca',
  ),
  jackets: words(
    'Jackets & coats, jacket, coat, parka, blazer, anorak',
    'Jacken & Mäntel, Jacke, Mantel, Parka, Blazer, Sakko',
    'Vestes et manteaux, veste, manteau, blouson, parka',
    'Chaquetas y abrigos, chaqueta, abrigo, cazadora, americana',
  ),
  dresses: words(
    'Dresses & skirts, dress, skirt, gown',
    'Kleider & Röcke, Kleid, Rock',
    'Robes et jupes, robe, jupe',
    'Vestidos y faldas, vestido, falda',
  ),
  trousers: words(
    'Trousers & jeans, trousers, pants, jeans, chinos, shorts, leggings',
    'Hosen & Jeans, Hose, Jeans, Shorts, Leggings',
    'Pantalons et jeans, pantalon, jean, short, legging',
    'Pantalones y vaqueros, pantalón, pantalones, vaqueros, vaquero',
  ),
  hats: words(
    'Hats & caps, hat, cap, beanie, bonnet',
    'Hüte & Mützen, Hut, Mütze, Kappe',
    'Chapeaux et bonnets, chapeau, casquette, bonnet',
    'Sombreros y gorros, sombrero, gorra, gorro',
  ),
  scarves: words(
    'Scarves & gloves, scarf, shawl, glove, mitten',
    'Schals & Handschuhe, Schal, Handschuh, Halstuch',
    'Écharpes et gants, écharpe, foulard, gant',
    'Bufandas y guantes, bufanda, pañuelo, guante',
  ),
  eyewear: words(
    'Eyewear, sunglasses, glasses, eyeglasses, spectacles',
    'Brillen, Brille, Sonnenbrille',
    'Lunettes, lunette, lunettes de soleil',
    'Gafas, gafas de sol',
  ),
  watches: words(
    'Watches, watch, wristwatch, smartwatch',
    'Uhren, Uhr, Armbanduhr',
    'Montres, montre',
    'Relojes, reloj',
  ),
  jewellery: words(
    'Jewellery, jewelry, necklace, earring, bracelet, pendant, brooch',
    'Schmuck, Halskette, Ohrring, Armband, Anhänger, Brosche',
    'Bijoux, bijou, collier, bracelet, pendentif, boucles d’oreilles, broche',
    'Joyería, collar, pulsera, pendiente, colgante, broche',
  ),
  books: words(
    'Books, book, novel, paperback, hardcover, isbn',
    'Bücher, Buch, Roman, Taschenbuch',
    'Livres, livre, roman',
    'Libros, libro, novela',
  ),
  drinkware: words(
    'Cups & glasses, mug, cup, tumbler, drinkware, teacup',
    'Tassen & Gläser, Tasse, Becher, Trinkglas',
    'Tasses et verres, tasse, gobelet',
    'Tazas y vasos, taza, vaso',
  ),
  kitchen: words(
    'Kitchenware, bowl, plate, pan, saucepan, knife, cutlery, teapot, kettle, tableware',
    'Küche, Schüssel, Teller, Pfanne, Kochtopf, Messer, Besteck, Teekanne',
    'Cuisine, bol, assiette, poêle, casserole, couteau, couverts, théière',
    'Cocina, cuenco, plato, sartén, cuchillo, cubiertos, tetera',
  ),
  cushions: words(
    'Home textiles, cushion, pillow, blanket, throw, rug, carpet, towel, curtain',
    'Heimtextilien, Kissen, Decke, Teppich, Handtuch, Vorhang',
    'Textiles de maison, coussin, oreiller, couverture, plaid, tapis, serviette, rideau',
    'Textiles del hogar, cojín, almohada, manta, alfombra, toalla, cortina',
  ),
  lamps: words(
    'Lamps, lamp, lantern, lampshade, light bulb',
    'Lampen, Lampe, Leuchte, Laterne, Glühbirne',
    'Lampes, lampe, lanterne, ampoule',
    'Lámparas, lámpara, farol, bombilla',
  ),
  furniture: words(
    'Furniture, chair, table, sofa, desk, shelf, cabinet, stool, armchair',
    'Möbel, Stuhl, Tisch, Sofa, Regal, Schrank, Hocker, Sessel',
    'Meubles, meuble, chaise, table, canapé, bureau, étagère, tabouret, fauteuil',
    'Muebles, mueble, silla, mesa, sofá, escritorio, estantería, taburete, sillón',
  ),
  toys: words(
    'Toys & games, toy, doll, puzzle, board game, figurine, teddy',
    'Spielzeug & Spiele, Spielzeug, Puppe, Puzzle, Brettspiel, Spielfigur, Teddy',
    'Jouets et jeux, jouet, poupée, puzzle, jeu de société, figurine, peluche',
    'Juguetes y juegos, juguete, muñeca, rompecabezas, juego de mesa, peluche',
  ),
  electronics: words(
    'Electronics, headphones, headphone, earphones, laptop, smartphone, tablet, camera, keyboard, charger, loudspeaker, mobile phone',
    'Elektronik, Kopfhörer, Laptop, Smartphone, Kamera, Tastatur, Ladegerät, Lautsprecher, Handy',
    'Électronique, casque audio, écouteurs, ordinateur, smartphone, appareil photo, clavier, chargeur, enceinte',
    'Electrónica, auriculares, portátil, móvil, cámara, teclado, cargador, altavoz',
  ),
  tools: words(
    'Tools, tool, drill, hammer, screwdriver, saw, wrench, pliers',
    'Werkzeug, Bohrmaschine, Hammer, Schraubendreher, Säge, Zange, Schraubenschlüssel',
    'Outils, outil, perceuse, marteau, tournevis, scie, pince',
    'Herramientas, herramienta, taladro, martillo, destornillador, sierra, alicates',
  ),
  food: words(
    'Food & drink, olives, ham, cheese, sausage, chocolate bar, jam, honey jar, wine, coffee beans',
    'Lebensmittel, Oliven, Schinken, Käse, Wurst, Marmelade, Wein',
    'Alimentation, jambon, fromage, saucisson, confiture, vin',
    'Alimentación, aceitunas, jamón, queso, salchichón, mermelada, vino',
  ),
  bicycles: words(
    'Bicycles, bicycle, bike, bicycle helmet',
    'Fahrräder, Fahrrad, Fahrradhelm',
    'Vélos, vélo, bicyclette',
    'Bicicletas, bicicleta',
  ),
  vehicles: words(
    'Vehicles, car, vehicle',
    'Fahrzeuge, Auto, Fahrzeug',
    'Véhicules, voiture',
    'Vehículos, coche',
  ),
} as const satisfies Readonly<Record<string, Words>>;
export type CategoryKind = keyof typeof CATEGORY_WORDS;

export const MATERIAL_WORDS = {
  leather: words('leather', 'Leder', 'cuir', 'cuero, piel'),
  cotton: words('cotton', 'Baumwolle', 'coton', 'algodón'),
  wool: words('wool, merino', 'Wolle', 'laine', 'lana'),
  linen: words('linen', 'Leinen', 'lin', 'lino'),
  silk: words('silk', 'Seide', 'soie', 'seda'),
  denim: words('denim', 'Denim', 'denim', 'denim'),
  polyester: words('polyester', 'Polyester', 'polyester', 'poliéster'),
  wood: words('wood, wooden, oak', 'Holz, Eiche', 'bois, chêne', 'madera, roble'),
  steel: words(
    'steel, stainless steel',
    'Stahl, Edelstahl',
    'acier, acier inoxydable',
    'acero, acero inoxidable',
  ),
  glass: words('glass', 'Glas', 'verre', 'vidrio, cristal'),
  ceramic: words(
    'ceramic, porcelain, stoneware',
    'Keramik, Porzellan',
    'céramique, porcelaine',
    'cerámica, porcelana',
  ),
  plastic: words('plastic', 'Kunststoff, Plastik', 'plastique', 'plástico'),
} as const satisfies Readonly<Record<string, Words>>;

export const COLOUR_WORDS: Readonly<Record<ColourKind, Words>> = {
  black: words('black', 'schwarz, schwarze, schwarzer, schwarzes', 'noir, noire', 'negro, negra'),
  grey: words('grey, gray', 'grau, graue, grauer, graues', 'gris, grise', 'gris'),
  white: words('white', 'weiß, weiße, weißer, weißes', 'blanc, blanche', 'blanco, blanca'),
  beige: words('beige', 'beige', 'beige', 'beige'),
  brown: words('brown', 'braun, braune, brauner, braunes', 'marron, brun, brune', 'marrón'),
  red: words('red', 'rot, rote, roter, rotes', 'rouge', 'rojo, roja'),
  orange: words('orange', 'orange', 'orange', 'naranja'),
  yellow: words('yellow', 'gelb, gelbe, gelber, gelbes', 'jaune', 'amarillo, amarilla'),
  green: words('green', 'grün, grüne, grüner, grünes', 'vert, verte', 'verde'),
  turquoise: words('turquoise, teal', 'türkis', 'turquoise', 'turquesa'),
  blue: words('blue', 'blau, blaue, blauer, blaues', 'bleu, bleue', 'azul'),
  navy: words('navy, navy blue', 'dunkelblau, marineblau', 'bleu marine', 'azul marino'),
  purple: words('purple, violet', 'lila, violett', 'violet, violette', 'morado, morada, violeta'),
  pink: words('pink', 'rosa, pink', 'rose', 'rosa'),
};

/**
 * A bare "new" is on packs and in names of towns, so it takes more than that; an "occasion" is what English dresses are for.
 */
export const CONDITION_WORDS: Readonly<Record<ItemCondition, Words>> = {
  new: words(
    'brand new, new with tags, new in box, nwt, bnib, unopened, never worn, never used, unused',
    'neu mit Etikett, nagelneu, originalverpackt, ovp, ungetragen, ungeöffnet, nie getragen, nie benutzt, unbenutzt',
    'neuf avec étiquette, tout neuf, jamais porté, jamais utilisé, neuf sous blister',
    'nuevo con etiqueta, a estrenar, sin estrenar, sin abrir, nunca usado, nunca usada, sin usar',
  ),
  like_new: words(
    'like new, as new, mint condition',
    'neuwertig, wie neu',
    'comme neuf, comme neuve',
    'como nuevo, como nueva',
  ),
  used: words(
    'used, second hand, pre owned, preloved, worn',
    'gebraucht, second hand, getragen',
    'd’occasion, seconde main',
    'usado, usada, de segunda mano',
  ),
  for_parts: words(
    'for parts, broken, defective, not working, faulty',
    'defekt, für Bastler, kaputt, als Ersatzteil',
    'pour pièces, hors service, en panne',
    'para piezas, averiado, no funciona',
  ),
};

/** Words that say nothing of a thing, folded: in names of files, and on labels. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    'img image images photo photos foto fotos picture pic pics bild bilder imagen dsc dscn dscf pxl mvimg sam gopr wp',
    'screenshot screen shot whatsapp signal telegram copy kopie copie copia edited edit final export scan scanned',
    'upload uploads fixture fixtures file untitled unnamed unbenannt front back side vorne hinten portrait burst cover',
    'product products item items list static src app assets media thumbnail thumb small large original raw web shop',
    'jpg jpeg png webp the a an and of for with on in at by from to der die das und fur mit von im am zu ein eine le la les',
    'de du des et pour avec un une el los las y para con del que en made www com http https',
  ].flatMap((line) => line.split(' ')),
);
